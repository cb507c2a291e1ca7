import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';

import { type DraftHistory, isUnsaved } from './draft-history.ts';

interface Drafts {
  readonly of: (key: string) => DraftHistory | undefined;
  /** Keeps a draft, or with null lets go of it. */
  readonly keep: (key: string, draft: DraftHistory | null) => void;
}

const DraftsContext = createContext<Drafts | null>(null);

/** Drafts of templates outlive the page they are edited on; the window asks before it closes on one that is not saved. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, DraftHistory>>(new Map());
  const unsaved = [...drafts.values()].some(isUnsaved);
  useEffect(() => {
    if (!unsaved) return undefined;
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [unsaved]);
  const keep = useCallback<Drafts['keep']>((key, draft) => {
    setDrafts((before) => {
      const others = [...before].filter(([other]) => other !== key);
      return new Map(draft === null ? others : [...others, [key, draft]]);
    });
  }, []);
  return (
    <DraftsContext value={useMemo(() => ({ of: (key) => drafts.get(key), keep }), [drafts, keep])}>
      {children}
    </DraftsContext>
  );
}

export function useDrafts(): Drafts {
  const drafts = use(DraftsContext);
  if (drafts === null) {
    throw new Error('useDrafts needs a DraftsProvider');
  }
  return drafts;
}

/** The name of a draft: the edition it was opened from, and whether it becomes a copy. */
export function draftKey(id: string, edition: number, copy: boolean): string {
  return `${copy ? 'copy of ' : ''}${id} ${edition}`;
}
