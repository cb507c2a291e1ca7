import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';
import type { TemplateLine } from '#shared/contract/templates.ts';
import { normalTemplate } from '#shared/domain/review/normal-template.ts';
import {
  activeTemplate,
  type ChecklistTemplate,
  checklistTemplate,
  templateItems,
} from '#shared/domain/review/template.ts';

import type { Tables } from '../store/tables.ts';

/** The built-in checklists, a workspace's own ones, and the editions it keeps because reviews were made in them. */
export interface TemplateShelf {
  /** The newest built-in edition. Throws `unknown-template`. */
  current(templateId: string): ChecklistTemplate;
  isBuiltIn(templateId: string): boolean;
  /** The edition a new round is drawn with, the items that are switched off included. Throws `unknown-template`. */
  newest(tables: Tables, templateId: string): ChecklistTemplate;
  /** Exactly this edition, whole, from the workspace first. Throws `unknown-template`. */
  whole(tables: Tables, templateId: string, edition: number): ChecklistTemplate;
  /** The same as it is reviewed in: without the items that are switched off. */
  edition(tables: Tables, templateId: string, edition: number): ChecklistTemplate;
  /** Built-in ones first in the order of their titles, then own ones; each with its newest edition first. */
  lines(tables: Tables): readonly TemplateLine[];
}

/** The built-in templates in the order of the page: the whole law first, the short one last. */
const shelfOrder = ['barnets-lov', 'kort-maanedligt-tilsyn', 'underretninger', 'anbringelser', 'serviceloven'];

/** Reads and checks every checklist of the resources once; a broken one stops the program, not a review. */
export function createTemplateShelf(resourceFolder: string): TemplateShelf {
  const builtIn = readBuiltIn(join(resourceFolder, 'checklists'));
  const active = new WeakMap<ChecklistTemplate, ChecklistTemplate>();
  const current = (templateId: string): ChecklistTemplate => {
    const template = builtIn.get(templateId);
    if (template === undefined) {
      throw new AppError('unknown-template', `no checklist "${templateId}"`);
    }
    return template;
  };
  const isBuiltIn = (templateId: string): boolean => builtIn.has(templateId);
  const kept = rememberKept();
  const whole = (tables: Tables, templateId: string, edition: number): ChecklistTemplate => {
    const shipped = builtIn.get(templateId);
    const found = kept(tables, templateId, edition) ?? (shipped?.edition === edition ? shipped : undefined);
    if (found === undefined) {
      throw new AppError('unknown-template', `no edition ${edition} of "${templateId}"`);
    }
    return found;
  };
  return {
    current,
    isBuiltIn,
    whole,
    newest: (tables, templateId) => {
      if (isBuiltIn(templateId)) return current(templateId);
      return newestOwn(tables, templateId) ?? current(templateId);
    },
    edition: (tables, templateId, edition) => {
      const template = whole(tables, templateId, edition);
      const asked = active.get(template) ?? activeTemplate(template);
      active.set(template, asked);
      return asked;
    },
    lines: (tables) => [
      ...[...builtIn.values()].map((template) => lineOf(template, 'built-in', true)),
      ...ownLines(tables, isBuiltIn),
    ],
  };
}

/** An edition never changes, so each is read once for as long as the workspace is open. */
function rememberKept(): (tables: Tables, id: string, edition: number) => ChecklistTemplate | undefined {
  const known = new WeakMap<Tables, Map<string, ChecklistTemplate>>();
  return (tables, id, edition) => {
    const editions = known.get(tables) ?? new Map<string, ChecklistTemplate>();
    known.set(tables, editions);
    const key = `${edition}/${id}`;
    const found = editions.get(key) ?? tables.templates.get(id, edition);
    if (found !== undefined) editions.set(key, found);
    return found;
  };
}

function readBuiltIn(folder: string): ReadonlyMap<string, ChecklistTemplate> {
  const rank = ({ id }: ChecklistTemplate): number => shelfOrder.indexOf(id) + 1 || shelfOrder.length + 1;
  const templates = readdirSync(folder)
    .filter((entry) => entry.endsWith('.json'))
    .map((name) => normalTemplate(checklistTemplate.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))));
  return new Map(templates.toSorted((a, b) => rank(a) - rank(b)).map((template) => [template.id, template]));
}

/** The newest own edition, or undefined. */
export function newestOwn(tables: Tables, templateId: string): ChecklistTemplate | undefined {
  return tables.templates
    .list()
    .filter(({ id }) => id === templateId)
    .toSorted((a, b) => b.edition - a.edition)[0];
}

/** How a template stands on the shelf's list. */
export function lineOf(template: ChecklistTemplate, source: TemplateLine['source'], newest: boolean): TemplateLine {
  const { id, edition, title } = template;
  return { id, edition, title, items: templateItems(activeTemplate(template)).length, source, newest };
}

function ownLines(tables: Tables, isBuiltIn: (id: string) => boolean): readonly TemplateLine[] {
  const own = tables.templates.list().filter(({ id }) => !isBuiltIn(id));
  const newest = new Map<string, number>();
  for (const { id, edition } of own) newest.set(id, Math.max(edition, newest.get(id) ?? 0));
  return own
    .map((template) => lineOf(template, 'own', newest.get(template.id) === template.edition))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'da') || a.id.localeCompare(b.id) || b.edition - a.edition);
}
