import { useCallback, useEffect, useState } from 'react';

/**
 * Puts focus where the eye is after a line was added, moved or removed: on the element with the id once it is there,
 * or, with `field`, on the first field in it.
 */
export function useFocusLater(): (id: string, field?: boolean) => void {
  const [wanted, setWanted] = useState<{ readonly id: string; readonly field: boolean } | null>(null);
  useEffect(() => {
    if (wanted !== null) {
      const element = document.getElementById(wanted.id);
      const target = wanted.field ? element?.querySelector<HTMLElement>('input, select') : element;
      target?.focus();
    }
  }, [wanted]);
  return useCallback((id, field = false) => setWanted({ id, field }), []);
}
