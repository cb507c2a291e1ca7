import type { UnitQuality } from '#shared/domain/report/compile/compilation.ts';
import type { ImportTrouble, ReportSource } from '#shared/domain/report/source.ts';

import type { Tables } from '../store/tables.ts';
import type { KnownRound } from './answer-table.ts';

/** What is known of the data a round was drawn on. */
export type ImportedData = Pick<NonNullable<ReportSource['imported']>, 'rows' | 'cases' | 'problems'>;

/** Of this workspace's import, or as the round's package told; null where neither is there any more. */
export function importedDataOf(tables: Tables, roundId: string, importId: string): ImportedData | null {
  const imported = tables.imports.get(importId);
  if (imported === undefined) return tables.origins.get(roundId)?.imported ?? null;
  const { rows, cases, problemKinds } = imported.summary;
  return { rows, cases, problems: problemKinds.map(({ code, count }) => ({ code, count })) };
}

/** The rows that were left out and every kind of problem, unit by unit; an import that several rounds use counts once. */
export function unitQuality(tables: Tables, rounds: readonly KnownRound[]): readonly UnitQuality[] {
  return [...Map.groupBy(rounds, ({ unit }) => unit)].flatMap(([unit, own]) => {
    const imports = new Map(own.map((round) => [round.importId, round]));
    const data = [...imports.values()].flatMap((round) => importedDataOf(tables, round.roundId, round.importId) ?? []);
    if (data.length === 0) return [];
    const sum = (pick: (each: ImportedData) => number) => data.reduce((total, each) => total + pick(each), 0);
    const rejected = {
      unit,
      code: 'rejected',
      count: sum(({ rows }) => rows.rejected),
      of: sum(({ rows }) => rows.total),
    };
    const problems = addProblems(data.flatMap((each) => each.problems));
    return [rejected, ...problems.map(({ code, count }) => ({ unit, code, count, of: null }))];
  });
}

/** By their code, the most frequent first. */
function addProblems(problems: readonly ImportTrouble[]): readonly ImportTrouble[] {
  return [...Map.groupBy(problems, ({ code }) => code)]
    .map(([code, same]) => ({ code, count: same.reduce((total, { count }) => total + count, 0) }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
