import type { Random } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import { document, type Row, type Statements, text, whole } from '../statements.ts';
import type { RoundRow, SampleCaseRow, Tables } from '../tables.ts';
import { addSampleCase } from './sample.ts';

function asRound(row: Row): RoundRow {
  return {
    id: text(row, 'round_id'),
    name: text(row, 'name'),
    importId: text(row, 'import_id'),
    createdAt: text(row, 'created_at'),
    example: whole(row, 'example') === 1,
    templateId: text(row, 'template_id'),
    templateEdition: whole(row, 'template_edition'),
    record: document<DrawRecord>(row, 'record'),
  };
}

function addRound(statements: Statements, caseKey: Uint8Array, round: RoundRow, cases: readonly SampleCaseRow[]): void {
  statements.run(
    `INSERT INTO rounds (round_id, name, import_id, created_at, example, template_id, template_edition,
       population_fingerprint, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      round.id,
      round.name,
      round.importId,
      round.createdAt,
      round.example ? 1 : 0,
      round.templateId,
      round.templateEdition,
      round.record.populationFingerprint,
      JSON.stringify(round.record),
    ],
  );
  statements.run('INSERT INTO round_keeping (round_id, case_key) VALUES (?, ?)', [round.id, caseKey]);
  for (const sampleCase of cases) {
    addSampleCase(statements, sampleCase);
  }
}

export function roundTables(statements: Statements, random: Random): Tables['rounds'] {
  const get = (roundId: string): RoundRow | undefined => {
    const row = statements.first('SELECT * FROM rounds WHERE round_id = ?', [roundId]);
    return row === undefined ? undefined : asRound(row);
  };
  return {
    add: (round, cases) => addRound(statements, random.bytes(32), round, cases),
    get,
    list: () => statements.all('SELECT * FROM rounds ORDER BY number DESC').map(asRound),
    setRecord: (roundId, record) => {
      if (get(roundId) === undefined) {
        throw new AppError('round-not-found', 'No such round');
      }
      statements.run('UPDATE rounds SET record = ?, population_fingerprint = ? WHERE round_id = ?', [
        JSON.stringify(record),
        record.populationFingerprint,
        roundId,
      ]);
    },
    countDraws: (populationFingerprint) => {
      const row = statements.first(
        `SELECT (SELECT count(*) FROM rounds WHERE population_fingerprint = ?1) +
           (SELECT count(*) FROM deletions WHERE population_fingerprint = ?1) AS draws`,
        [populationFingerprint],
      );
      return row === undefined ? 0 : whole(row, 'draws');
    },
  };
}
