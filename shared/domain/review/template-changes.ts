import { canonicalTemplate } from './normal-template.ts';
import { type ChecklistTemplate, type ItemChange, type TemplateItem, templateItems } from './template.ts';

/** A change of these asks for something else, so that figures before and after cannot be one trend. */
const ruleFields = ['type', 'law', 'references', 'event', 'rule', 'scale', 'condition'] as const;
/** A change of these says the same in other words. */
const wordFields = ['question', 'yesWhen', 'partlyWhen', 'applies', 'evidence'] as const;

/** What became of an item, by comparing it with the one of the same id; a new item is a new rule. */
export function proposeChange(before: TemplateItem | undefined, after: TemplateItem): ItemChange {
  if (before === undefined || differs(before, after, ruleFields)) return 'new-rule';
  return differs(before, after, wordFields) ? 'reworded' : 'same';
}

/** The proposal for every item of a new edition, by id. */
export function proposeChanges(before: ChecklistTemplate, after: ChecklistTemplate): ReadonlyMap<string, ItemChange> {
  const known = new Map(templateItems(before).map((item) => [item.id, item]));
  return new Map(templateItems(after).map((item) => [item.id, proposeChange(known.get(item.id), item)]));
}

/** True where two templates ask the same, apart from their edition and what is said about changes. */
export function isSameContent(a: ChecklistTemplate, b: ChecklistTemplate): boolean {
  return canonicalTemplate(content(a)) === canonicalTemplate(content(b));
}

function content(template: ChecklistTemplate): ChecklistTemplate {
  const { basedOn: _basedOn, ...rest } = template;
  const sections = rest.sections.map((section) => ({
    ...section,
    items: section.items.map(({ change: _change, ...item }) => item),
  }));
  return { ...rest, id: '', edition: 1, sections };
}

function differs(a: TemplateItem, b: TemplateItem, fields: readonly (keyof TemplateItem)[]): boolean {
  return fields.some((field) => JSON.stringify(a[field] ?? null) !== JSON.stringify(b[field] ?? null));
}
