import { useState } from 'react';

import type { TemplateDraft } from '#shared/contract/templates.ts';
import type { ChecklistTemplate, ItemChange } from '#shared/domain/review/template.ts';

import { changed, type DraftHistory, isUnsaved, redone, startHistory, undone } from './draft-history.ts';
import { useDrafts } from './drafts-context.tsx';
import { type DraftKind, type Edited, startDraft } from './template-draft.ts';

export interface TemplateEditing {
  readonly edited: Edited;
  readonly steps: number;
  readonly unsaved: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Grows with every undo and redo: fields that hold a text of their own begin again. */
  readonly version: number;
  /** `writing` names the field that a letter was typed in, `text` is what it now holds. */
  readonly change: (update: (template: TemplateDraft) => TemplateDraft, writing?: string, text?: string) => void;
  /** Says what became of an item; null: what comparing proposes. */
  readonly setChange: (id: string, change: ItemChange | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Lets go of everything that is not saved. */
  readonly discard: () => void;
}

/** One edition being edited. What is changed is kept by the window until it is saved or discarded. */
export function useTemplateDraft(key: string, opened: ChecklistTemplate, kind: DraftKind): TemplateEditing {
  const drafts = useDrafts();
  const [fresh] = useState(() => startHistory(startDraft(opened, kind)));
  const [version, setVersion] = useState(0);
  const history = drafts.of(key) ?? fresh;
  const { now } = history;
  const keep = (next: DraftHistory): void => {
    drafts.keep(key, isUnsaved(next) || next.future.length > 0 ? next : null);
  };
  const again = (next: DraftHistory | null): void => {
    if (next === null) drafts.keep(key, null);
    else keep(next);
    setVersion(version + 1);
  };
  return {
    edited: now,
    steps: history.past.length,
    unsaved: isUnsaved(history),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    version,
    change: (update, writing, text) =>
      keep(changed(history, { ...now, template: update(now.template) }, writing ?? null, text)),
    setChange: (id, change) => {
      const { [id]: _before, ...others } = now.changes;
      keep(changed(history, { ...now, changes: change === null ? others : { ...others, [id]: change } }, null));
    },
    undo: () => again(undone(history)),
    redo: () => again(redone(history)),
    discard: () => again(null),
  };
}
