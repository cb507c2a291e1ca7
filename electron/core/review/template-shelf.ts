import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';
import { type ChecklistTemplate, checklistTemplate } from '#shared/domain/review/template.ts';

import type { Tables } from '../store/tables.ts';

/** The built-in checklists, and the editions a workspace keeps because reviews were made in them. */
export interface TemplateShelf {
  /** The newest built-in edition. Throws `unknown-template`. */
  current(templateId: string): ChecklistTemplate;
  /** Exactly this edition, from the workspace first. Throws `unknown-template`. */
  edition(tables: Tables, templateId: string, edition: number): ChecklistTemplate;
}

/** Reads and checks every checklist of the resources once; a broken one stops the program, not a review. */
export function createTemplateShelf(resourceFolder: string): TemplateShelf {
  const folder = join(resourceFolder, 'checklists');
  const templates = new Map<string, ChecklistTemplate>();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    const template = checklistTemplate.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    templates.set(template.id, template);
  }
  const current = (templateId: string): ChecklistTemplate => {
    const template = templates.get(templateId);
    if (template === undefined) {
      throw new AppError('unknown-template', `no checklist "${templateId}"`);
    }
    return template;
  };
  return {
    current,
    edition: (tables, templateId, edition) => {
      const kept = tables.templates.get(templateId, edition);
      if (kept !== undefined) {
        return kept;
      }
      const template = current(templateId);
      if (template.edition !== edition) {
        throw new AppError('unknown-template', `no edition ${edition} of "${templateId}"`);
      }
      return template;
    },
  };
}
