import { AppError } from '#shared/contract/errors.ts';
import type { PackagePayload } from '#shared/domain/exchange/package.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Tables } from '../store/tables.ts';

/** The checklist edition that a package names, as it is here, whole; null where it is not. */
export function editionHere(
  tables: Tables,
  shelf: TemplateShelf,
  { templateId, templateEdition }: Pick<PackagePayload['round'], 'templateId' | 'templateEdition'>,
): ChecklistTemplate | null {
  try {
    return shelf.whole(tables, templateId, templateEdition);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unknown-template') return null;
    throw error;
  }
}
