import { createHash } from 'node:crypto';

import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';

import { addAuditLine, type AuditLine, auditLines, verifyAuditLog } from '#core/store/audit-log.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { openDatabase } from '#core/store/workspace-database.ts';
import { fc } from '../../support/fast-check.ts';

const sql = await loadSql();

function aLog(length: number): readonly AuditLine[] {
  const database = openDatabase(sql, null);
  database.inTransaction(() => {
    for (let number = 1; number <= length; number += 1) {
      const at = `2026-01-15T08:00:${String(number % 60).padStart(2, '0')}.000Z`;
      addAuditLine(database.statements, { at, who: 'Åse', kind: 'review.answered', target: `case-${number}` });
    }
  });
  const lines = auditLines(database.statements);
  database.close();
  return lines;
}

const log = aLog(12);
const someLine = fc.nat(log.length - 1);

describe('the audit log', () => {
  it('is sound as it was written, and when it is empty', () => {
    expect(log.length).toBe(12);
    expect(verifyAuditLog(log)).toEqual({ sound: true });
    expect(verifyAuditLog([])).toEqual({ sound: true });
  });

  it('is sound whatever text stands in it', () => {
    const database = openDatabase(sql, null);
    for (const target of ['\u0000', 'a\u0000b', '\ud800', 'x\udfff', '', '👍🏽', '","', 'æ'.normalize('NFD')]) {
      database.inTransaction(() => addAuditLine(database.statements, { at: '', who: target, kind: 'k', target }));
    }
    expect(verifyAuditLog(auditLines(database.statements))).toEqual({ sound: true });
  });

  it('names the first line of which any field was edited', () => {
    const fields = ['number', 'at', 'who', 'kind', 'target', 'hash'] as const;
    fc.assert(
      fc.property(someLine, fc.constantFrom(...fields), (index, field) => {
        const edited = log.map((line, at) =>
          at === index ? { ...line, [field]: field === 'number' ? 99 : `${line[field]}x` } : line,
        );
        expect(verifyAuditLog(edited)).toEqual({ sound: false, brokenAt: index + 1 });
      }),
    );
  });

  it('shows an edited line whose own hash was computed anew, by the line after it', () => {
    const [first, second, ...rest] = log;
    const fields = [first!.hash, second!.number, second!.at, second!.who, second!.kind];
    const hashWith = (target: string) =>
      createHash('sha256')
        .update(JSON.stringify([...fields, target]))
        .digest('hex');
    expect(second!.hash).toBe(hashWith(second!.target));
    const forged = { ...second!, target: 'another', hash: hashWith('another') };
    expect(verifyAuditLog([first!, forged, ...rest])).toEqual({ sound: false, brokenAt: 3 });
  });

  it('shows words moved from one field to the next', () => {
    const [first, ...rest] = log;
    const moved = { ...first!, kind: 'review', target: `.answered${first!.target}` };
    expect(verifyAuditLog([moved, ...rest]).sound).toBe(false);
  });

  it('shows a removed, a repeated and a swapped line', () => {
    fc.assert(
      fc.property(fc.nat(log.length - 2), (index) => {
        expect(verifyAuditLog(log.toSpliced(index, 1)).sound).toBe(false);
        expect(verifyAuditLog(log.toSpliced(index, 0, log[index]!)).sound).toBe(false);
        expect(verifyAuditLog(log.toSpliced(index, 2, log[index + 1]!, log[index]!)).sound).toBe(false);
      }),
    );
  });

  it('can be neither edited nor emptied by SQL of the program', () => {
    const database = openDatabase(sql, null);
    const line = { at: 'x', who: 'y', kind: 'z', target: 't' };
    database.inTransaction(() => addAuditLine(database.statements, line));
    const attempt = (statement: string) => () => database.inTransaction(() => database.statements.run(statement));
    expect(attempt("UPDATE audit_log SET who = 'en anden'")).toThrow(/append-only/);
    expect(attempt('DELETE FROM audit_log')).toThrow(/append-only/);
    expect(auditLines(database.statements).length).toBe(1);
  });

  it('is found edited by someone who opened the database with other tools', async () => {
    const database = openDatabase(sql, null);
    database.inTransaction(() => {
      for (const target of ['a', 'b', 'c']) {
        addAuditLine(database.statements, { at: 'x', who: 'y', kind: 'z', target });
      }
    });
    const image = database.image();
    const raw = new (await initSqlJs()).Database(image);
    raw.run("DROP TRIGGER audit_log_keeps_words; UPDATE audit_log SET target = 'q' WHERE number = 2");
    const edited = openDatabase(sql, raw.export());
    expect(verifyAuditLog(auditLines(edited.statements))).toEqual({ sound: false, brokenAt: 2 });
  });
});
