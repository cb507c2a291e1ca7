import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, expect, it } from 'vitest';

const preload = pathToFileURL(resolve(import.meta.dirname, '../support/no-network.mjs')).href;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-network-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function attemptsOf(code: string): Promise<string> {
  const [program, log] = [join(folder, 'program.mjs'), join(folder, 'log')];
  await writeFile(program, code);
  await writeFile(log, '');
  await new Promise<void>((done) => {
    const env = { ...process.env, TILSYN_NETWORK_LOG: log };
    execFile(process.execPath, ['--import', preload, program], { env }, () => done());
  });
  return (await readFile(log, 'utf8')).trim();
}

const attempts = [
  [`import { connect } from 'node:net'; connect(9, '127.0.0.1');`, 'net.connect'],
  [`import { createServer } from 'node:net'; createServer().listen(0);`, 'net.listen'],
  [`import { get } from 'node:http'; get('http://127.0.0.1:9/');`, 'http'],
  [`import https from 'node:https'; https.request('https://127.0.0.1:9/');`, 'https'],
  [`import { connect } from 'node:http2'; connect('http://127.0.0.1:9/');`, 'http2'],
  [`import { connect } from 'node:tls'; connect(9, '127.0.0.1');`, 'tls'],
  [`import { createSocket } from 'node:dgram'; createSocket('udp4');`, 'dgram'],
  [`import { lookup } from 'node:dns'; lookup('localhost', () => undefined);`, 'dns'],
  [`import { resolve } from 'node:dns/promises'; await resolve('localhost');`, 'dns'],
  [`await fetch('http://127.0.0.1:9/');`, 'fetch'],
  [`new WebSocket('ws://127.0.0.1:9/');`, 'WebSocket'],
  [`import { spawn } from 'node:child_process'; spawn('true');`, 'process'],
] as const;

it.each(attempts)('the watch over the network sees %s', async (code, what) => {
  expect(await attemptsOf(code)).toBe(what);
});

it('and what a thread tries that was started without any options, as the import starts its own', async () => {
  const thread = `await fetch("http://127.0.0.1:9/")`;
  const start = `new Worker(new URL('data:text/javascript,${encodeURIComponent(thread)}'), { env: {}, execArgv: [] })`;
  expect(await attemptsOf(`import { Worker } from 'node:worker_threads'; ${start};`)).toBe('fetch');
});
