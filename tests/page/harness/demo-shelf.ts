import type { Handlers } from '#shared/contract/operations.ts';
import type { TemplateLine } from '#shared/contract/templates.ts';
import { readTemplate } from '#shared/domain/review/read-template.ts';
import { type ChecklistTemplate, checklistTemplate, templateItems } from '#shared/domain/review/template.ts';

import barnetsLov from '../../../resources/checklists/barnets-lov.json' with { type: 'json' };
import { demoTemplateLines } from './demo-templates.ts';

type ShelfHandlers = Pick<
  Handlers,
  'review.templates' | 'review.template' | 'review.saveTemplate' | 'review.importTemplate' | 'review.exportTemplate'
>;

const longTemplate: ChecklistTemplate = checklistTemplate.parse(barnetsLov);

/**
 * A shelf in memory that keeps editions as the core does. Every template of the list has the same `questions`
 * until an edition of it is kept. `bad` files are refused with a list.
 */
export function demoShelf(
  lines: readonly TemplateLine[] = demoTemplateLines,
  announce?: () => void,
  questions: ChecklistTemplate = longTemplate,
): ShelfHandlers {
  let shelf = lines;
  const kept = new Map<string, ChecklistTemplate>();
  const keep = (template: ChecklistTemplate): TemplateLine => {
    const { id, edition, title } = template;
    const items = templateItems(template).filter(({ active }) => active !== false).length;
    const line: TemplateLine = { id, edition, title, items, source: 'own', newest: true };
    kept.set(`${id} ${edition}`, template);
    shelf = [...shelf.map((each) => (each.id === id ? { ...each, newest: false } : each)), line];
    announce?.();
    return line;
  };
  return {
    'review.templates': async () => shelf,
    'review.template': async ({ id, edition }) => {
      const title = shelf.find((line) => line.id === id && line.edition === edition)?.title ?? questions.title;
      return kept.get(`${id} ${edition}`) ?? { ...questions, id, edition, title };
    },
    'review.saveTemplate': async ({ template }) => {
      const isBuiltIn = shelf.some(({ id, source }) => id === template.id && source === 'built-in');
      const id = template.id === null ? 'ny-skabelon' : isBuiltIn ? `${template.id}-lokal` : template.id;
      const edition = Math.max(0, ...shelf.filter((line) => line.id === id).map((line) => line.edition)) + 1;
      const reading = readTemplate({ draft: { ...template, id, edition } });
      if (reading.template === null) return { saved: null, problems: reading.problems };
      return { saved: keep(reading.template), problems: [] };
    },
    'review.importTemplate': async ({ file }) => {
      const broken = JSON.stringify({ ...questions, title: '', sections: brokenSections(questions) }, null, 2);
      const reading = readTemplate({ json: file.name.startsWith('god') ? JSON.stringify(questions) : broken });
      if (reading.template === null) return { saved: null, problems: reading.problems };
      return { saved: keep({ ...reading.template, id: 'hentet', title: 'Hentet skabelon' }), problems: [] };
    },
    'review.exportTemplate': async ({ target }) => ({ name: target.name }),
  };
}

function brokenSections({ sections }: ChecklistTemplate): ChecklistTemplate['sections'] {
  return sections.map((section, index) => ({
    ...section,
    items: section.items.map((item, place) =>
      index === 0 && place < 3 ? { ...item, question: '<b>Fed</b>', rule: 'R99', area: 'Q' } : item,
    ),
  }));
}

const { contradictions: _ofTheLongOne, ...withoutContradictions } = longTemplate;

/** Six questions in two sections of the long template: two that stand in a group of conditions among them. */
export const shortTemplate: ChecklistTemplate = {
  ...withoutContradictions,
  sections: [0, 4].flatMap((index) =>
    longTemplate.sections.slice(index, index + 1).map(({ title, items }) => ({ title, items: items.slice(0, 3) })),
  ),
};
