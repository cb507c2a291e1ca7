import { type ChangeEvent, useRef, useState } from 'react';

import { useNamedState } from '../../hooks/use-named-state.ts';
import { exchangeWords } from '../../words/exchange.ts';

/** Who reads a package. Without a name nothing is sent: `isGiven` then says so at the field and goes there. */
export function useReaderName(start: string) {
  const [name, setName] = useNamedState(start);
  const [missing, setMissing] = useState(false);
  const ref = useRef<HTMLInputElement>(null);
  const isGiven = (): boolean => {
    const lacks = name.trim() === '';
    setMissing(lacks);
    if (lacks) ref.current?.focus();
    return !lacks;
  };
  const field = {
    ref,
    value: name,
    error: missing && exchangeWords.send.headMissing,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setName(event.currentTarget.value),
  };
  return { name, isGiven, field };
}
