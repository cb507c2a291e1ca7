import { AppError } from '#shared/contract/errors.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { DrawnCase } from '#shared/domain/sampling/draw-record.ts';

import { document, type Row, type Statements, text, textOrNull, whole } from '../statements.ts';
import type { SampleCaseRow, SamplePlace, Tables } from '../tables.ts';

export function addSampleCase(statements: Statements, row: SampleCaseRow): void {
  const { drawn } = row;
  statements.run(
    `INSERT INTO sample_cases (round_id, case_id, part, part_index, stratum, rank, ticket, exceeded_by, replaced_by,
       case_record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      row.roundId,
      drawn.caseId,
      drawn.part,
      drawn.partIndex,
      drawn.stratum,
      drawn.rank,
      drawn.ticket,
      drawn.exceededBy ?? null,
      row.replacedBy,
      JSON.stringify(row.case),
    ],
  );
}

/** A case of the round gets another place in it: a random part drew what a targeted part held. Its review stays. */
function moveSampleCase(statements: Statements, { roundId, drawn }: SampleCaseRow): void {
  statements.run(
    `UPDATE sample_cases SET part = ?, part_index = ?, stratum = ?, rank = ?, ticket = ?, exceeded_by = ?
     WHERE round_id = ? AND case_id = ?`,
    [
      drawn.part,
      drawn.partIndex,
      drawn.stratum,
      drawn.rank,
      drawn.ticket,
      drawn.exceededBy ?? null,
      roundId,
      drawn.caseId,
    ],
  );
}

function asDrawnCase(row: Row): DrawnCase {
  return {
    part: text(row, 'part') === 'targeted' ? 'targeted' : 'random',
    partIndex: whole(row, 'part_index'),
    stratum: text(row, 'stratum'),
    rank: whole(row, 'rank'),
    caseId: text(row, 'case_id'),
    ticket: text(row, 'ticket'),
    ...(row['exceeded_by'] === null ? {} : { exceededBy: whole(row, 'exceeded_by') }),
  };
}

function asPlace(row: Row): SamplePlace {
  return { drawn: asDrawnCase(row), replacedBy: textOrNull(row, 'replaced_by') };
}

function asSampleCase(row: Row): SampleCaseRow {
  return {
    roundId: text(row, 'round_id'),
    ...asPlace(row),
    case: document<CaseRecord>(row, 'case_record'),
  };
}

export function sampleTables(statements: Statements): Tables['sample'] {
  const get = (roundId: string, caseId: string): SampleCaseRow | undefined => {
    const row = statements.first('SELECT * FROM sample_cases WHERE round_id = ? AND case_id = ?', [roundId, caseId]);
    return row === undefined ? undefined : asSampleCase(row);
  };
  const put = (row: SampleCaseRow): void => {
    if (get(row.roundId, row.drawn.caseId) === undefined) addSampleCase(statements, row);
    else moveSampleCase(statements, row);
  };
  return {
    // 'random' sorts before 'targeted'; strata sort by code point, as in the draw.
    list: (roundId) =>
      statements
        .all('SELECT * FROM sample_cases WHERE round_id = ? ORDER BY part, part_index, stratum, rank', [roundId])
        .map(asSampleCase),
    places: (roundId) =>
      statements
        .all(
          `SELECT case_id, part, part_index, stratum, rank, ticket, exceeded_by, replaced_by FROM sample_cases
           WHERE round_id = ? ORDER BY part, part_index, stratum, rank`,
          [roundId],
        )
        .map(asPlace),
    get,
    put,
    setReplacedBy: (roundId, caseId, by) => {
      statements.run('UPDATE sample_cases SET replaced_by = ? WHERE round_id = ? AND case_id = ?', [
        by,
        roundId,
        caseId,
      ]);
    },
    replace: (roundId, caseId, by) => {
      if (get(roundId, caseId) === undefined) {
        throw new AppError('case-not-in-round', 'No such case in the round');
      }
      put(by);
      statements.run('UPDATE sample_cases SET replaced_by = ? WHERE round_id = ? AND case_id = ?', [
        by.drawn.caseId,
        roundId,
        caseId,
      ]);
    },
    reviewedSince: (since) =>
      statements
        .all(
          `SELECT DISTINCT case_id FROM reviews WHERE closed_at >= ?
             AND round_id NOT IN (SELECT round_id FROM round_origins WHERE role = 'collected') ORDER BY case_id`,
          [since],
        )
        .map((row) => text(row, 'case_id')),
  };
}
