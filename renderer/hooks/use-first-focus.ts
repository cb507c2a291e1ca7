import { type RefObject, useEffect, useRef } from 'react';

/** The field where the eye is when its form appears: it takes focus once, so that a person can type at once. */
export function useFirstFocus<E extends HTMLElement>(): RefObject<E | null> {
  const field = useRef<E>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
