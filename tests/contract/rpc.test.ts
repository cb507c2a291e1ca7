import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { AppEvent } from '#shared/contract/events.ts';
import { type Application, type OperationName, operations } from '#shared/contract/operations.ts';

import { exampleRequests } from './example-requests.ts';
import { hosts, type Reached } from './hosts.ts';

type AnyMethod = (request: unknown, call?: { signal?: AbortSignal }) => Promise<unknown>;

/** Importing a "file" whose name says how many steps of a millisecond it takes. */
const steps = (count: number) => ({ file: { ref: 'r', name: String(count) } });
const anyMethod = (app: Application, name: OperationName): AnyMethod => app[name] as AnyMethod;

describe.each(hosts)('the application over %s', (_name, open) => {
  let reached: Reached;
  let app: Application;
  const heard: AppEvent[] = [];

  // One host for all tests that leave it running: starting a core takes far longer than a call.
  beforeAll(async () => {
    reached = await open((event) => heard.push(event));
    app = reached.app;
  });
  beforeEach(() => {
    heard.length = 0;
  });
  afterAll(() => reached.close());

  it('answers a query', async () => {
    expect(await app['workspace.status']({})).toMatchObject({ state: 'open' });
  });

  it('reports progress in order before the result, and announces the change', async () => {
    const seen: number[] = [];
    const result = await app['importing.run'](steps(3), { report: ({ done }) => seen.push(done) });
    expect(result).toEqual({ cases: 3 });
    expect(seen).toEqual([1, 2, 3]);
    expect(heard).toEqual([{ name: 'stage-changed', stage: 'importing' }]);
  });

  it('stops the work when the caller cancels, and the next command runs', async () => {
    const abort = new AbortController();
    const importing = app['importing.run'](steps(5_000), { signal: abort.signal, report: () => abort.abort() });
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await app['importing.run'](steps(1))).toEqual({ cases: 1 });
  });

  it('sends nothing that was cancelled before', async () => {
    const call = anyMethod(app, 'workspace.status')({}, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AppError', code: 'cancelled' });
  });

  it.each([
    ['a missing field', 'workspace.unlock', {}],
    ['a wrong type', 'population.list', { importId: 'i', limit: '20' }],
    ['a number out of range', 'population.list', { importId: 'i', limit: 501 }],
    ['no object at all', 'workspace.status', null],
    ['a value outside the list', 'report.preview', { roundId: 'r', kind: 'secret' }],
  ] as const)('refuses %s', async (_case, name, request) => {
    await expect(anyMethod(app, name)(request)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('keeps the code and the numbers of a failure', async () => {
    await expect(app['workspace.unlock']({ passphrase: 'forkert' })).rejects.toMatchObject({
      name: 'AppError',
      code: 'wrong-passphrase',
      detail: { length: 7, tries: 'one' },
    });
  });

  it('turns a mistake of the program into `internal`, without its stack', async () => {
    const failure = await app['workspace.lock']({}).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'internal', message: 'a mistake in the program' });
    expect(String((failure as Error).stack)).not.toContain('fake-application');
  });

  it('keeps two calls apart', async () => {
    const [status, imported] = await Promise.all([app['workspace.status']({}), app['importing.run'](steps(2))]);
    expect([status.state, imported]).toEqual(['open', { cases: 2 }]);
  });

  it('runs commands one after another, and lets a query pass them', async () => {
    const order: string[] = [];
    const first = app['importing.run'](steps(60)).then(() => order.push('first'));
    const second = app['importing.run'](steps(1)).then(() => order.push('second'));
    await app['population.summary']({ importId: 'i' }).then(() => order.push('query'));
    await Promise.all([first, second]);
    expect(order).toEqual(['query', 'first', 'second']);
    expect((await app['workspace.status']({})).reviewer).toContain('begin:60 end:60 begin:1 end:1');
  });

  it('does not start a command that is cancelled while it waits', async () => {
    const abort = new AbortController();
    const first = app['importing.run'](steps(30), { report: () => abort.abort() });
    const waiting = app['importing.run'](steps(7_777), { signal: abort.signal });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await first;
    expect((await app['workspace.status']({})).reviewer).not.toContain('7777');
  });

  it('rejects what is in flight, and what is asked later, when the program goes away', async () => {
    const other = await open(() => undefined);
    const begun = Promise.withResolvers<void>();
    const importing = other.app['importing.run'](steps(5_000), { report: () => begun.resolve() });
    const outcomes = Promise.allSettled([importing, begun.promise.then(() => other.app['importing.run'](steps(1)))]);
    await begun.promise;
    await other.breakOff();
    const disconnected = { status: 'rejected', reason: { code: 'disconnected' } };
    expect(await outcomes).toMatchObject([disconnected, disconnected]);
    await expect(other.app['workspace.status']({})).rejects.toMatchObject({ code: 'disconnected' });
    await other.close();
  });

  it('hands a file to the core by reference', async () => {
    const file = await reached.offer('Børn 2025.csv', new Uint8Array([250, 5, 1]));
    expect(file.name).toBe('Børn 2025.csv');
    expect(await app['importing.inspect']({ file })).toEqual({ fileName: 'Børn 2025.csv', sum: 256 });
  });

  it('reads and writes nothing that was not handed out', async () => {
    const file = { ref: '/etc/passwd', name: 'passwd' };
    await expect(app['importing.inspect']({ file })).rejects.toMatchObject({ code: 'unknown-file' });
    const write = app['report.write']({ roundId: 'r', kind: 'political', target: file });
    await expect(write).rejects.toMatchObject({ code: 'unknown-file' });
  });

  it("carries every row's JSON there and back unchanged", async () => {
    const special = ['workspace.status', 'workspace.unlock', 'workspace.lock'];
    const files = ['importing.run', 'importing.inspect', 'report.write'];
    const names = (Object.keys(exampleRequests) as OperationName[]).filter(
      (name) => ![...special, ...files].includes(name) && !name.startsWith('system.'),
    );
    for (const name of names) {
      const expected: unknown = operations[name].input.parse(exampleRequests[name]);
      expect(JSON.parse(JSON.stringify(expected)), name).toStrictEqual(expected);
      expect(await anyMethod(app, name)(exampleRequests[name]), name).toStrictEqual(expected);
    }
    expect(names.length).toBeGreaterThan(25);
  });
});
