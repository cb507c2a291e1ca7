import type { LikelyNamePlace } from '#shared/contract/exchange.ts';
import { type Cell, type CellContent, parseCell } from '#shared/domain/exchange/cells.ts';
import { likelyNames } from '#shared/domain/exchange/likely-names.ts';
import type { RoundVersions } from '#shared/domain/exchange/round-versions.ts';
import { isName } from '#shared/domain/report/hide-names.ts';
import { lowerWords } from '#shared/domain/review/find-person-text.ts';
import { templateItems } from '#shared/domain/review/template.ts';

import { roundOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Tables } from '../store/tables.ts';

const mostPlaces = 500;

interface Sent {
  readonly roundId: string;
  /** Without the names that are known, under the case numbers of this workspace. */
  readonly versions: RoundVersions;
  /** Who sends stands in the package anyway. */
  readonly head: string;
}

/** The texts of a result that may still name somebody, in the order of case numbers. The checklist's own words do not. */
export function likelyPlaces(
  tables: Tables,
  shelf: TemplateShelf,
  { roundId, versions, head }: Sent,
): readonly LikelyNamePlace[] {
  const { templateId, templateEdition } = roundOf(tables, roundId);
  const items = templateItems(shelf.whole(tables, templateId, templateEdition));
  const questions = new Map(items.map(({ id, question }) => [id, question]));
  const ordinary = new Set(
    items.flatMap(({ question, law, evidence }) => lowerWords(`${question} ${law} ${evidence}`)),
  );
  const places = [...versions].flatMap(([name, heads]) => {
    const cell = parseCell(name);
    return cell === null ? [] : heads.flatMap(({ content }) => textsOf(cell, content));
  });
  const found = places.flatMap(({ itemId, ...place }): LikelyNamePlace[] => {
    if (place.field === 'owner' && isName(place.text, [head])) return [];
    const names = likelyNames(place.text, ordinary);
    if (names.words.length + names.hints.length === 0) return [];
    return [{ ...place, question: questions.get(itemId ?? '') ?? '', ...names }];
  });
  return found
    .toSorted((a, b) => (a.caseId ?? '').localeCompare(b.caseId ?? '', 'da', { numeric: true }))
    .slice(0, mostPlaces);
}

interface PlacedText extends Pick<LikelyNamePlace, 'caseId' | 'field' | 'text'> {
  readonly itemId: string | null;
}

function textsOf(cell: Cell, content: CellContent): readonly PlacedText[] {
  if (content === null) return [];
  if ('owner' in content) {
    const { caseKey: caseId, itemId, text, owner } = content;
    return [
      { caseId, itemId, field: 'action', text },
      { caseId, itemId, field: 'owner', text: owner },
    ];
  }
  if (cell.kind !== 'answer' || !('evidence' in content)) return [];
  const { note, evidence, goodPractice = '', override } = content;
  const { caseKey: caseId, itemId } = cell;
  const texts = { note, evidence, goodPractice, override: override?.text ?? '' };
  return fields.map((field) => ({ caseId, itemId, field, text: texts[field] }));
}

const fields = ['note', 'evidence', 'goodPractice', 'override'] as const;
