import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

import { endingOf, lineOf, type LogEntry, placeOf } from '#core/log/log-entry.ts';
import { logFailures } from '#core/log/log-failures.ts';
import { createLog, type Log } from '#core/log/log-file.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import { fc } from '../../support/fast-check.ts';

const at = '2026-11-22T06:42:00.123Z';
const entry: LogEntry = {
  level: 'warning',
  event: 'call-failed',
  operation: 'report.write',
  code: 'disk-full',
  ms: 12,
};

describe('a line of the log', () => {
  it('holds codes and times', () => {
    expect(lineOf(at, entry)).toBe(
      `{"at":"${at}","level":"warning","event":"call-failed","operation":"report.write","code":"disk-full","ms":12}\n`,
    );
  });

  it.each([
    ['a field that the log does not know', { note: 'x' }],
    ['a message', { message: 'Signe Syntetisk' }],
    ['an operation that is none', { operation: 'Signe Syntetisk' }],
    ['an operation of the language itself', { operation: '__proto__' }],
    ['a code that is none', { code: 'Signe' }],
    ['an event that is none', { event: '010115-9999' }],
    ['a level that is none', { level: 'Signe' }],
    ['an ending that is none', { ending: 'Signe' }],
    ['a place that is none', { place: 'C:\\Users\\Signe\\x.ts:1' }],
    ['a place with a name in it', { place: 'Signe.ts:1' }],
    ['a CPR number as a time', { ms: 101_159_999_9 }],
    ['a time that is no number', { ms: '12' }],
  ])('is not written with %s', (_what, wrong) => {
    expect(lineOf(at, { ...entry, ...wrong } as LogEntry)).toBeNull();
  });

  it('is not written when even the time holds something personal: the last net', () => {
    expect(lineOf('010115-9999', entry)).toBeNull();
    expect(lineOf('0101159999', entry)).toBeNull();
    expect(lineOf('Åse', entry)).toBeNull();
  });

  it('never holds a text from outside, whatever is put into any field', () => {
    const fields = ['level', 'event', 'operation', 'code', 'ms', 'ending', 'place', 'who', 'constructor'];
    const known = JSON.stringify(entry);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ minLength: 3 }), (field, value) => {
        fc.pre(!known.includes(value));
        expect(lineOf(at, { ...entry, [field]: value } as LogEntry) ?? '').not.toContain(value);
      }),
    );
  });
});

describe('the place of an error', () => {
  it('is file and line, without the folder and without the message', () => {
    const stack = (frame: string) => Object.assign(new Error('Signe'), { stack: `Error: Signe\n    at ${frame}` });
    expect(placeOf(stack('run (/home/Signe Syntetisk/app/start-shell.ts:40:7)'))).toEqual({
      place: 'start-shell.ts:40',
    });
    expect(placeOf(stack(String.raw`C:\Users\Signe\app\dist\main.js:9:1`))).toEqual({ place: 'main.js:9' });
    expect(placeOf(stack('run (node:fs:40:7)'))).toEqual({});
    expect(placeOf(stack('Signe'))).toEqual({});
    // A message of several lines may look like a stack; the place is then this file's, not the message's.
    const misleading = new Error('kunne ikke læse\n    at signe (/home/x/signe-syntetisk.ts:1:1)');
    expect(placeOf(misleading).place).toMatch(/^log\.test\.ts:\d+$/);
    const changed = Object.assign(new Error('x'), { message: 'y' });
    changed.stack = 'Error: x\n    at signe (/home/x/signe.ts:1:1)';
    expect(placeOf(changed)).toEqual({});
    expect([placeOf('Signe'), placeOf(null)]).toEqual([{}, {}]);
    expect([endingOf('oom'), endingOf('Signe')]).toEqual([{ ending: 'oom' }, {}]);
  });
});

describe('the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'tilsyn-log-')), 'logs');
    onTestFinished(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  });
  const clock = { now: () => at };
  const read = (): string => readFileSync(join(folder, 'ledelsestilsyn.log'), 'utf8');

  it('gets a line at once, for its owner only', () => {
    const log = createLog(folder, clock);
    log.write(entry);
    log.write(entry);
    expect(read().split('\n')).toHaveLength(3);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'ledelsestilsyn.log')).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
  });

  it('is not made for a line that is refused', () => {
    createLog(folder, clock).write({ ...entry, code: 'Signe' } as unknown as LogEntry);
    expect(() => read()).toThrow('ENOENT');
  });

  it('moves aside when it is full, so that two files are all there ever is', () => {
    const line = lineOf(at, entry)?.length ?? 0;
    const log = createLog(folder, clock, 3 * line);
    for (let written = 0; written < 20; written += 1) log.write(entry);
    expect(readdirSync(folder).toSorted()).toEqual(['ledelsestilsyn.1.log', 'ledelsestilsyn.log']);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).size / line)).toEqual([3, 2]);
  });

  it('may be deleted at any time, and comes again', () => {
    const log = createLog(folder, clock);
    log.write(entry);
    rmSync(folder, { recursive: true });
    log.write(entry);
    expect(read().split('\n')).toHaveLength(2);
  });

  it('stops nobody when it cannot be written', () => {
    writeFileSync(folder, 'a file where the folder should be');
    expect(() => createLog(folder, clock).write(entry)).not.toThrow();
  });
});

describe('calls that fail', () => {
  it('are logged with their code, and fail as they did before', async () => {
    const entries: LogEntry[] = [];
    const log: Log = { write: (line) => entries.push(line) };
    const fail = (error: unknown) => async () => Promise.reject(error);
    const mistake = new TypeError('Signe er ikke en funktion');
    const application = logFailures(
      {
        'report.write': fail(new AppError('disk-full', 'Signe')),
        'report.preview': fail(mistake),
        'report.teams': fail(new AppError('cancelled', '')),
        'report.settings': async () => 'answer',
      } as unknown as Handlers,
      log,
    );
    const call = { signal: new AbortController().signal, report: () => undefined };
    const input = { roundId: 'Signe' } as never;
    await expect(application['report.write'](input, call)).rejects.toMatchObject({ code: 'disk-full' });
    await expect(application['report.preview'](input, call)).rejects.toBe(mistake);
    await expect(application['report.teams'](input, call)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await application['report.settings'](input, call)).toBe('answer');
    expect(entries).toEqual([
      { level: 'warning', event: 'call-failed', operation: 'report.write', code: 'disk-full', ms: expect.any(Number) },
      { level: 'error', event: 'call-failed', operation: 'report.preview', code: 'internal', ms: expect.any(Number) },
    ]);
    expect(entries.map((line) => lineOf(at, line)).join('')).not.toContain('Signe');
  });
});
