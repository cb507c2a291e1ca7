import { type ChecklistTemplate, templateItems } from '../../review/template.ts';
import { isChanged, isJudged } from './answer-table.ts';
import type { CaseGroup } from './case-group.ts';
import type { CompileRound } from './compile-round.ts';

/** How often the registered dates suggested something else than the reader found. */
export interface ItemErrors {
  readonly itemId: string;
  readonly question: string;
  readonly errors: number;
  /** Answers that a person gave where the dates suggested one. */
  readonly of: number;
}

/** Of the group's standing cases, every part; the most often wrong first, then in the order of the items. */
export function compileErrors(
  rounds: readonly CompileRound[],
  template: ChecklistTemplate,
  group: CaseGroup,
): readonly ItemErrors[] {
  return templateItems(template)
    .map(({ id, question }) => {
      const found = { errors: 0, of: 0 };
      for (const round of rounds) addErrors(round, round.table.itemIds.indexOf(id), group, found);
      return { itemId: id, question, ...found };
    })
    .filter(({ of }) => of > 0)
    .sort((a, b) => b.errors / b.of - a.errors / a.of);
}

function addErrors(round: CompileRound, column: number, group: CaseGroup, found: { errors: number; of: number }): void {
  const { cases, codes, itemIds } = round.table;
  if (column === -1) return;
  for (const [at, row] of cases.entries()) {
    const code = codes[at * itemIds.length + column] ?? 0;
    if (!isJudged(code) || row.replacedBy !== null || !group.holds(row, round)) continue;
    found.of += 1;
    found.errors += Number(isChanged(code));
  }
}
