import type { TemplateDraft, TemplateLine } from '#shared/contract/templates.ts';
import {
  type ChecklistTemplate,
  type ItemChange,
  type TemplateItem,
  templateItems,
} from '#shared/domain/review/template.ts';

import { templateWords } from '../../words/templates.ts';

/** A template while it is edited, and what the person says became of its items. */
export interface Edited {
  readonly template: TemplateDraft;
  readonly changes: Readonly<Record<string, ItemChange>>;
}

/** What a draft is kept as. `own`: the next edition; `first`: the first own edition of a built-in one; `copy`: a new template. */
export type DraftKind = 'own' | 'first' | 'copy';

/** A patch of an item; `undefined` takes a field away. */
export type ItemPatch = { readonly [K in keyof TemplateItem]?: TemplateItem[K] | undefined };

type Section = ChecklistTemplate['sections'][number];

/** The id that the core gives the own copy of a built-in template. */
export const ownIdOf = (builtInId: string): string => `${builtInId}-lokal`;

/** How an edition is edited: a built-in one becomes an own one, once; after that it can only be copied. */
export function draftKind({ id, source }: TemplateLine, lines: readonly TemplateLine[], copy: boolean): DraftKind {
  if (copy) return 'copy';
  if (source === 'own') return 'own';
  return lines.some((line) => line.id === ownIdOf(id)) ? 'copy' : 'first';
}

/** The draft as it is before anything is changed. */
export function startDraft({ edition: _edition, ...template }: ChecklistTemplate, kind: DraftKind): Edited {
  const title = {
    own: template.title,
    first: templateWords.ownTitle(template.title),
    copy: templateWords.copyTitle(template.title),
  };
  return { template: { ...template, id: kind === 'copy' ? null : template.id, title: title[kind] }, changes: {} };
}

export function draftItems({ sections }: TemplateDraft): readonly TemplateItem[] {
  return sections.flatMap(({ items }) => items);
}

/** The place of an item: its section's index and its own; null where it is gone. */
export function placeOf({ sections }: TemplateDraft, id: string): readonly [section: number, item: number] | null {
  for (const [index, { items }] of sections.entries()) {
    const place = items.findIndex((item) => item.id === id);
    if (place >= 0) return [index, place];
  }
  return null;
}

export function patchItem(template: TemplateDraft, id: string, patch: ItemPatch): TemplateDraft {
  return withItems(template, (items) => items.map((item) => (item.id === id ? patched(item, patch) : item)));
}

function patched(item: TemplateItem, patch: ItemPatch): TemplateItem {
  const entries = Object.entries({ ...item, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as TemplateItem;
}

export function removeItem(template: TemplateDraft, id: string): TemplateDraft {
  return withItems(template, (items) => items.filter((item) => item.id !== id));
}

/** Puts an item after another one. */
export function addAfter(template: TemplateDraft, id: string, added: TemplateItem): TemplateDraft {
  return withItems(template, (items) => items.flatMap((item) => (item.id === id ? [item, added] : [item])));
}

/**
 * One place up or down; from a section's edge into the next section. The last item of a section stays, because a section
 * without items is none.
 */
export function moveItem(template: TemplateDraft, id: string, step: -1 | 1): TemplateDraft {
  const place = placeOf(template, id);
  if (place === null) return template;
  const [section, index] = place;
  const from = template.sections[section];
  const item = from?.items[index];
  if (from === undefined || item === undefined) return template;
  if (from.items[index + step] !== undefined) {
    const without = from.items.filter((each) => each !== item);
    return withSection(template, section, without.toSpliced(index + step, 0, item));
  }
  const to = template.sections[section + step];
  if (to === undefined || from.items.length === 1) return template;
  const left = withSection(
    template,
    section,
    from.items.filter((each) => each !== item),
  );
  return withSection(left, section + step, step < 0 ? [...to.items, item] : [item, ...to.items]);
}

/** The item last in another section; past the last section: in a new one of that title. */
export function moveToSection(template: TemplateDraft, id: string, target: number, title: string): TemplateDraft {
  const item = draftItems(template).find((each) => each.id === id);
  if (item === undefined || placeOf(template, id)?.[0] === target) return template;
  const known = target < template.sections.length ? template.sections : [...template.sections, { title, items: [] }];
  const sections = known.map((section, index) => {
    const items = section.items.filter((each) => each.id !== id);
    return { ...section, items: index === target ? [...items, item] : items };
  });
  return { ...template, sections: sections.filter(({ items }) => items.length > 0) };
}

export function renameSection(template: TemplateDraft, index: number, title: string): TemplateDraft {
  return { ...template, sections: template.sections.map((each, at) => (at === index ? { ...each, title } : each)) };
}

/** An item of the municipality's own, not yet filled in, of the area of the one before it. */
export function newItem(id: string, area: string): TemplateItem {
  const { law, applies } = templateWords.newItem;
  return {
    id,
    question: '',
    type: 'professional',
    law,
    applies,
    evidence: '',
    rule: null,
    severity: 'significant',
    area,
    lawyerCheck: false,
  };
}

/** True where an item says something else than before, be it only its severity or area. */
export function isChanged(before: TemplateItem, after: TemplateItem): boolean {
  return canonical(before) !== canonical(after);
}

function canonical({ change: _change, ...item }: TemplateItem): string {
  return JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The items of an edition by their ids. */
export function itemsById(template: ChecklistTemplate | null): ReadonlyMap<string, TemplateItem> {
  return new Map((template === null ? [] : templateItems(template)).map((item) => [item.id, item]));
}

function withItems(template: TemplateDraft, change: (items: Section['items']) => Section['items']): TemplateDraft {
  const sections = template.sections.map((section) => ({ ...section, items: change(section.items) }));
  return { ...template, sections: sections.filter(({ items }) => items.length > 0) };
}

function withSection(template: TemplateDraft, index: number, items: Section['items']): TemplateDraft {
  return { ...template, sections: template.sections.map((each, at) => (at === index ? { ...each, items } : each)) };
}
