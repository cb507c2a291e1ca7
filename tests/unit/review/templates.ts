import { readFileSync } from 'node:fs';

import { type ChecklistTemplate, checklistTemplate } from '#shared/domain/review/template.ts';

/** A built-in checklist, read through its schema. */
export function builtIn(id: string): ChecklistTemplate {
  const file = new URL(`../../../resources/checklists/${id}.json`, import.meta.url);
  return checklistTemplate.parse(JSON.parse(readFileSync(file, 'utf8')));
}
