import type { TemplateItem } from '#shared/domain/review/template.ts';

import { useKeys } from '../../hooks/use-keys.tsx';
import { templateWords } from '../../words/templates.ts';
import { focusQuestion, focusRow } from './row-focus.ts';
import type { ItemActs } from './use-item-acts.ts';
import type { TemplateEditing } from './use-template-draft.ts';

const words = templateWords.keys;

interface EditorKeysNeeds {
  readonly editing: TemplateEditing;
  readonly selected: string;
  readonly item: TemplateItem | undefined;
  readonly acts: ItemActs;
  readonly save: () => void;
}

/** The editor's shortcuts. Moving has no Alt: that opens lists and goes back in the window. */
export function useEditorKeys({ editing, selected, item, acts, save }: EditorKeysNeeds): void {
  const { group } = words;
  const enabled = item !== undefined;
  useKeys([
    { keys: ['j', 'ArrowDown'], words: words.next, group, run: () => acts.step(1), repeats: true },
    { keys: ['k', 'ArrowUp'], words: words.previous, group, run: () => acts.step(-1), repeats: true },
    { keys: 'Enter', words: words.edit, group, run: focusQuestion },
    { keys: 'Escape', words: words.list, group, run: () => focusRow(selected) },
    { keys: 's', words: words.toggle, group, run: () => acts.toggle(selected), enabled },
    { keys: 'Shift+ArrowUp', words: words.up, group, run: () => acts.move(selected, -1), enabled, repeats: true },
    { keys: 'Shift+ArrowDown', words: words.down, group, run: () => acts.move(selected, 1), enabled, repeats: true },
    { keys: 'n', words: words.add, group, run: acts.add },
    { keys: 'Ctrl+Z', words: words.undo, group, run: editing.undo, enabled: editing.canUndo, repeats: true },
    { keys: 'Ctrl+Y', words: words.redo, group, run: editing.redo, enabled: editing.canRedo, repeats: true },
    { keys: 'Ctrl+S', words: words.save, group, run: save },
  ]);
}
