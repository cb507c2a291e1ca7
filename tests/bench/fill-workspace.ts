import { join } from 'node:path';

import type { Ports } from '../../electron/core/ports.ts';
import { nodeFileSystem } from '../../electron/core/store/file-system.ts';
import { loadSql } from '../../electron/core/store/load-sql.ts';
import type { Session } from '../../electron/core/store/session.ts';
import { byPassphrase, unlockSession } from '../../electron/core/store/unlock-session.ts';

export interface Filling {
  readonly rounds: number;
  /** Per round. */
  readonly reviews: number;
  readonly itemIds: readonly string[];
}

/**
 * Copies the first round so often, with a review of every case, an answer to every item, and a line in both logs for
 * every answer. The workspace must be locked. The lines of the audit log are no chain: nothing measured here walks it.
 */
export async function fillWorkspace(ports: Ports, passphrase: string, filling: Filling): Promise<void> {
  await changeWorkspace(ports, passphrase, (session) => {
    addRounds(session, filling);
    addReviews(session, 'fill-%', filling);
  });
}

/** As `fillWorkspace`, but reviews so many cases of the round that was drawn, the first ones of the draw. */
export async function reviewDrawnCases(ports: Ports, passphrase: string, filling: Omit<Filling, 'rounds'>) {
  await changeWorkspace(ports, passphrase, (session) => addReviews(session, '%', filling));
}

async function changeWorkspace(ports: Ports, passphrase: string, change: (session: Session) => void): Promise<void> {
  const path = join(ports.workspaceFolder, 'tilsyn.ltdb');
  const around = { ports, sql: await loadSql(), fileSystem: nodeFileSystem, path, patienceMs: 1_000 };
  const { session } = await unlockSession(around, byPassphrase(passphrase));
  await session.commit(() => change(session), []);
  await session.checkpoint();
  session.close();
}

function addRounds(session: Session, { rounds, reviews }: Filling): void {
  const { statements } = session.database();
  const numbers = (count: number): string => JSON.stringify(Array.from({ length: count }, (_, index) => index));
  const [roundNumbers, caseNumbers] = [numbers(rounds), numbers(reviews)];
  statements.run(
    `INSERT INTO rounds (round_id, name, import_id, created_at, example, template_id, template_edition,
       population_fingerprint, record)
     SELECT 'fill-' || value, name, import_id, created_at, example, template_id, template_edition,
       population_fingerprint, record FROM json_each(?), (SELECT * FROM rounds ORDER BY number LIMIT 1)`,
    [roundNumbers],
  );
  statements.run(
    `INSERT INTO sample_cases (round_id, case_id, part, part_index, stratum, rank, ticket, case_record)
     SELECT 'fill-' || r.value, 'case-' || c.value, 'random', 0, '', c.value, ticket,
       json_set(case_record, '$.id', 'case-' || c.value)
     FROM json_each(?) AS r, json_each(?) AS c, (SELECT ticket, case_record FROM sample_cases LIMIT 1)`,
    [roundNumbers, caseNumbers],
  );
}

/** Of the rounds that are called so; the cases by their rank in the draw. */
function addReviews(session: Session, called: string, { reviews, itemIds }: Omit<Filling, 'rounds'>): void {
  const { statements } = session.database();
  const at = '2026-10-01T08:00:00.000Z';
  statements.run(
    `INSERT INTO reviews (round_id, case_id, reading, reader, state, started_at, closed_at, last_at, seconds)
     SELECT round_id, case_id, 1, 'B', 'done', ?, ?, ?, 1800 FROM sample_cases
     WHERE round_id LIKE ? AND rank <= ?`,
    [at, at, at, called, reviews],
  );
  statements.run(
    `INSERT INTO answers (round_id, case_id, reading, item_id, value, note, evidence, by_facts, answered_at)
     SELECT round_id, case_id, 1, value, iif(random_part % 7 = 0, 'no', 'yes'), iif(random_part % 7 = 0, ?, ''), '', 0, ?
     FROM (SELECT round_id, case_id, rank AS random_part FROM sample_cases WHERE round_id LIKE ? AND rank <= ?),
       json_each(?)`,
    ['Samtalen er ikke skrevet ned i sagen', at, called, reviews, JSON.stringify(itemIds)],
  );
  statements.run(
    `INSERT INTO change_log (at, who, kind, target, before, after)
     SELECT answered_at, 'B', 'review.answered', round_id || '/' || case_id || '/' || item_id,
       json_object('itemId', item_id, 'value', NULL, 'note', '', 'evidence', ''),
       json_object('itemId', item_id, 'value', value, 'note', note, 'evidence', '')
     FROM answers WHERE round_id LIKE ?`,
    [called],
  );
  statements.run(
    `INSERT INTO audit_log (at, who, kind, target, hash)
     SELECT at, who, kind, target, zeroblob(32) FROM change_log
     WHERE kind = 'review.answered' AND target LIKE ? || '/%'`,
    [called],
  );
}
