import { type Dispatch, type SetStateAction, useCallback, useMemo, useState } from 'react';

import { useNames } from './application.tsx';

/** As `useState`, for what may hold a person's name: kept as it is, shown as it may be shown now. */
export function useNamedState<T>(initial: T | (() => T)): readonly [T, Dispatch<SetStateAction<T>>] {
  const { veil, unveil } = useNames();
  const [raw, setRaw] = useState<T>(() => unveil(typeof initial === 'function' ? (initial as () => T)() : initial));
  const set = useCallback(
    (next: SetStateAction<T>) =>
      setRaw((before) => unveil(typeof next === 'function' ? (next as (before: T) => T)(before) : next)),
    [unveil],
  );
  return [useMemo(() => veil(raw), [veil, raw]), set];
}
