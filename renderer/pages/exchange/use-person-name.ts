import { useCallback } from 'react';

import { useNames } from '../../hooks/application.tsx';

/** The name of a reader, or of a caseworker who is a unit, as it may be shown now: packages call them by other fields. */
export function usePersonName(): (name: string, role?: 'reader' | 'caseworker') => string {
  const { veil, unveil } = useNames();
  return useCallback(
    (name, role = 'reader') => (name === '' ? '' : (veil({ [role]: unveil(name) })[role] ?? '')),
    [veil, unveil],
  );
}
