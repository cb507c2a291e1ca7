import { checkTemplate } from '#shared/domain/review/check-template.ts';

import type { Edited } from './template-draft.ts';

/** What is wrong with a draft, by where it stands. */
export interface DraftProblems {
  readonly count: number;
  /** What is wrong with a field of an item, in one text; undefined where nothing is. */
  readonly at: (itemId: string, field: string) => string | undefined;
  /** The items with a problem, by id; the templates' own fields stand under ''. */
  readonly items: ReadonlySet<string>;
}

export const noProblems: DraftProblems = { count: 0, at: () => undefined, items: new Set() };

/** Checks a draft as the core will. An item that has no field in the problem's name has it as a whole. */
export function draftProblems({ template }: Edited): DraftProblems {
  const found = checkTemplate({ ...template, id: template.id ?? 'kopi', edition: 1 }, () => null);
  const places = new Map<string, string>();
  const items = new Set<string>();
  for (const { field, words } of found) {
    const place = placeOfField(field);
    items.add(place.item);
    const key = `${place.item}: ${place.field}`;
    const before = places.get(key);
    places.set(key, before === undefined || before === words ? words : `${before} ${words}`);
  }
  return { count: places.size, at: (itemId, field) => places.get(`${itemId}: ${field}`), items };
}

/** `barnets-stemme: condition.all.0` is the condition of the item; `sections.2.title` belongs to the template. */
function placeOfField(field: string): { readonly item: string; readonly field: string } {
  const cut = field.indexOf(': ');
  if (cut < 0) return { item: '', field };
  const inItem = field.slice(cut + 2);
  return { item: field.slice(0, cut), field: inItem.split('.')[0] ?? inItem };
}
