import { useEffect, useState } from 'react';

import { focusQuestion, focusRow, showRow } from './row-focus.ts';
import {
  addAfter,
  draftItems,
  moveItem,
  moveToSection,
  newItem,
  patchItem,
  placeOf,
  removeItem,
} from './template-draft.ts';
import type { TemplateEditing } from './use-template-draft.ts';

export interface ItemActs {
  readonly toggle: (id: string) => void;
  readonly move: (id: string, step: -1 | 1) => void;
  readonly moveTo: (id: string, section: number, title: string) => void;
  /** A new item after the chosen one, with focus in its question. */
  readonly add: () => void;
  readonly remove: (id: string) => void;
  /** Chooses the item so many rows further, and puts focus on its row. */
  readonly step: (by: -1 | 1) => void;
}

interface ItemActsNeeds {
  readonly editing: TemplateEditing;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** What is done to whole items; focus stays where the eye is. */
export function useItemActs({ editing, selected, onSelect }: ItemActsNeeds): ItemActs {
  const { edited, change } = editing;
  const focusLater = useFocusAfter();
  const ids = ['', ...draftItems(edited.template).map(({ id }) => id)];
  return {
    toggle: (id) =>
      change((template) => {
        const item = draftItems(template).find((each) => each.id === id);
        return patchItem(template, id, { active: item?.active === false ? undefined : false });
      }),
    move: (id, step) => {
      change((template) => moveItem(template, id, step));
      focusLater(id, 'sight');
    },
    moveTo: (id, section, title) => change((template) => moveToSection(template, id, section, title)),
    add: () => {
      const items = draftItems(edited.template);
      const after = items.find(({ id }) => id === selected) ?? items.at(-1);
      if (after === undefined) return;
      const added = newItem(freshId(ids), after.area);
      change((template) => addAfter(template, after.id, added));
      onSelect(added.id);
      focusLater(added.id, 'question');
    },
    remove: (id) => {
      const next = ids[ids.indexOf(id) - 1] ?? '';
      change((template) => removeItem(template, id));
      onSelect(next);
      focusLater(next);
    },
    step: (by) => {
      const next = ids[ids.indexOf(selected) + by];
      if (next === undefined) return;
      onSelect(next);
      focusLater(next);
    },
  };
}

/** An id that no other question of the municipality has, whatever template it stands in. */
function freshId(taken: readonly string[]): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  const id = `eget-${number.toString(36)}`;
  return taken.includes(id) ? freshId(taken) : id;
}

type Eye = 'row' | 'question' | 'sight';

/** Once the change is on the page: focus to an item's row or to the question's field, or only the row into sight. */
function useFocusAfter(): (id: string, eye?: Eye) => void {
  const [wanted, setWanted] = useState<{ readonly id: string; readonly eye: Eye } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    if (wanted.eye === 'question') focusQuestion();
    else if (wanted.eye === 'row') focusRow(wanted.id);
    else showRow(wanted.id);
  }, [wanted]);
  return (id, eye = 'row') => setWanted({ id, eye });
}

/** True where an item can go a place up or down. */
export function canMove(editing: TemplateEditing, id: string, step: -1 | 1): boolean {
  const { template } = editing.edited;
  return placeOf(template, id) !== null && moveItem(template, id, step) !== template;
}
