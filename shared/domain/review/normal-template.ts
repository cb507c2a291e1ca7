import type { ChecklistTemplate, TemplateItem } from './template.ts';

/**
 * The one form of a template: texts trimmed and NFC with plain line ends, and without fields that say only their
 * default. Two templates that mean the same are then equal, whatever file they came from.
 */
export function normalTemplate(template: ChecklistTemplate): ChecklistTemplate {
  const { sections, ...rest } = cleaned(template);
  return { ...rest, sections: sections.map(({ title, items }) => ({ title, items: items.map(normalItem) })) };
}

function normalItem(item: TemplateItem): TemplateItem {
  const { active, scale, references, event, ...rest } = item;
  return {
    ...rest,
    ...(active === false ? { active } : {}),
    ...(scale === 'degree' ? { scale } : {}),
    ...(references === undefined || references.length === 0 ? {} : { references }),
    ...(event === undefined || event.length === 0 ? {} : { event }),
  };
}

/** The template as one line of text in which the order of fields does not matter. */
export function canonicalTemplate(template: ChecklistTemplate): string {
  return JSON.stringify(template, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function cleaned<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'string' ? each.replaceAll(/\r\n?/gu, '\n').trim().normalize('NFC') : each,
    ),
  ) as T;
}
