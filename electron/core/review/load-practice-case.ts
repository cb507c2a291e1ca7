import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type PracticeCase, practiceCase } from '#shared/domain/review/practice-case.ts';
import type { ChecklistTemplate, TemplateItem } from '#shared/domain/review/template.ts';

import { itemsOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** Reads and checks the built-in practice case once; a broken one stops the program, not a reader. */
export function loadPracticeCase(resourceFolder: string, shelf: Pick<TemplateShelf, 'current'>): PracticeCase {
  const path = join(resourceFolder, 'practice', 'oevesag.json');
  const practice = practiceCase.parse(JSON.parse(readFileSync(path, 'utf8')));
  practiceItems(practice, shelf.current(practice.templateId));
  return practice;
}

/** The items of the case as its checklist words them, in the order of the case. Throws where one is not on the checklist. */
export function practiceItems({ items }: PracticeCase, template: ChecklistTemplate): readonly TemplateItem[] {
  const known = new Map(itemsOf(template).map((item) => [item.id, item]));
  return items.map(({ itemId }) => {
    const item = known.get(itemId);
    if (item === undefined)
      throw new RangeError(`the practice case asks for "${itemId}", which is not on its checklist`);
    return item;
  });
}
