import type { TemplateDraft, TemplateOutcome } from '#shared/contract/templates.ts';
import { canonicalTemplate } from '#shared/domain/review/normal-template.ts';
import { readTemplate } from '#shared/domain/review/read-template.ts';
import { isSameContent, proposeChanges } from '#shared/domain/review/template-changes.ts';
import type { ChecklistTemplate, ItemChange } from '#shared/domain/review/template.ts';

import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import { lineOf, newestOwn, type TemplateShelf } from './template-shelf.ts';

type Changes = Readonly<Record<string, ItemChange>>;

/** A copy of a built-in template has an id of its own, so that a new edition of the program never meets it. */
const localSuffix = '-lokal';

/** Checks a draft and keeps it as the next edition of its template. */
export async function keepDraft(
  store: Store,
  shelf: TemplateShelf,
  draft: TemplateDraft,
  changes: Changes,
): Promise<TemplateOutcome> {
  const id = store.read((tables) => draft.id ?? freeId(tables, shelf, draft.title));
  const reading = readTemplate({ draft: { ...draft, id, edition: 1 } });
  if (reading.template === null) return { saved: null, problems: reading.problems };
  return keepNext(store, shelf, reading.template, changes);
}

/**
 * Keeps a template that came from a file. Its own edition where that is free; nothing where the same is here already;
 * else the next edition.
 */
export async function keepImported(
  store: Store,
  shelf: TemplateShelf,
  template: ChecklistTemplate,
): Promise<TemplateOutcome> {
  const { id, edition } = template;
  const isOwn = !shelf.isBuiltIn(id);
  const same = store.read((tables) => (isOwn ? tables.templates.get(id, edition) : shelf.current(id)));
  if (same !== undefined && canonicalTemplate(same) === canonicalTemplate(template)) {
    return store.read((tables) => saved(tables, shelf, same));
  }
  return isOwn && same === undefined ? put(store, shelf, template) : keepNext(store, shelf, template, {});
}

/** The next edition. What became of each item is what `changes` says, else what comparing proposes. */
async function keepNext(
  store: Store,
  shelf: TemplateShelf,
  template: ChecklistTemplate,
  changes: Changes,
): Promise<TemplateOutcome> {
  const id = shelf.isBuiltIn(template.id) ? `${template.id}${localSuffix}` : template.id;
  const own = store.read((tables) => newestOwn(tables, id));
  const former = own ?? (shelf.isBuiltIn(template.id) ? shelf.current(template.id) : undefined);
  if (former !== undefined && isSameContent(former, template) && Object.keys(changes).length === 0) {
    return store.read((tables) => saved(tables, shelf, former));
  }
  const { basedOn: _basedOn, ...rest } = template;
  const basis = former === undefined ? {} : { basedOn: { id: former.id, edition: former.edition } };
  return put(store, shelf, {
    ...rest,
    id,
    edition: (own?.edition ?? 0) + 1,
    ...basis,
    sections: marked(template, former, changes),
  });
}

function marked(
  template: ChecklistTemplate,
  former: ChecklistTemplate | undefined,
  changes: Changes,
): ChecklistTemplate['sections'] {
  const proposed = former === undefined ? null : proposeChanges(former, template);
  return template.sections.map((section) => ({
    ...section,
    items: section.items.map(({ change: _change, ...item }) => {
      const change = (Object.hasOwn(changes, item.id) ? changes[item.id] : undefined) ?? proposed?.get(item.id);
      return change === undefined ? item : { ...item, change };
    }),
  }));
}

async function put(store: Store, shelf: TemplateShelf, template: ChecklistTemplate): Promise<TemplateOutcome> {
  const items = template.sections.reduce((sum, section) => sum + section.items.length, 0);
  const entry = { kind: 'template.saved', target: `${template.id}/${template.edition}`, after: { items } };
  await store.change(entry, (tables) => tables.templates.put(template));
  return store.read((tables) => saved(tables, shelf, template));
}

function saved(tables: Tables, shelf: TemplateShelf, { id, edition }: ChecklistTemplate): TemplateOutcome {
  const line = shelf.lines(tables).find((each) => each.id === id && each.edition === edition);
  return { saved: line ?? lineOf(shelf.whole(tables, id, edition), 'own', false), problems: [] };
}

/** An id made of the title that no template has yet. */
function freeId(tables: Tables, shelf: TemplateShelf, title: unknown): string {
  const slug = String(title)
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^a-z0-9æøå]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);
  const base = slug === '' ? 'skabelon' : slug;
  const taken = new Set(shelf.lines(tables).map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
