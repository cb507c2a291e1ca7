import { proposeChange } from '#shared/domain/review/template-changes.ts';
import type { ItemChange, TemplateItem } from '#shared/domain/review/template.ts';

import { isChanged } from './template-draft.ts';

/** What an item's row says of it: nothing where it is as before, and `added` where it was not there. */
export function changeOf(
  before: TemplateItem | undefined,
  item: TemplateItem,
  said: Readonly<Record<string, ItemChange>>,
): ItemChange | 'added' | null {
  if (before === undefined) return 'added';
  const own = said[item.id];
  if (own !== undefined) return own;
  return isOnlySwitched(before, item) ? null : proposeChange(before, item);
}

/** True where an item is as before, or was only switched off or on. */
function isOnlySwitched(before: TemplateItem, item: TemplateItem): boolean {
  const { active: _was, ...old } = before;
  const { active: _is, ...now } = item;
  return !isChanged(old, now);
}
