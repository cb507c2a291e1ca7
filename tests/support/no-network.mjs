// Preloaded with --import into a program that must not use the network: every attempt is written to the file that
// TILSYN_NETWORK_LOG names, and fails. Threads are started with the same preload, whatever they were to be started with.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import threads from 'node:worker_threads';

const log = process.env.TILSYN_NETWORK_LOG ?? threads.workerData?.networkLog;

function refuse(place, name, what) {
  place[name] = function refused() {
    appendFileSync(log, `${what}\n`);
    throw new Error(`the network is not used here: ${what}`);
  };
}

refuse(net.Socket.prototype, 'connect', 'net.connect');
refuse(net.Server.prototype, 'listen', 'net.listen');
refuse(dgram, 'createSocket', 'dgram');
for (const name of ['request', 'get']) {
  refuse(http, name, 'http');
  refuse(https, name, 'https');
}
refuse(http2, 'connect', 'http2');
refuse(tls, 'connect', 'tls');
for (const name of Object.keys(dns).filter((key) => /^(lookup|resolve|reverse)/.test(key))) {
  refuse(dns, name, 'dns');
  if (name in dns.promises) refuse(dns.promises, name, 'dns');
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) {
  Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
  refuse(globalThis, name, name);
}
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  refuse(childProcess, name, 'process');
}

threads.Worker = class extends threads.Worker {
  constructor(file, options = {}) {
    const { env, execArgv = [], ...others } = options;
    const ownEnv = env === undefined || env === threads.SHARE_ENV ? process.env : env;
    super(file, {
      ...others,
      env: { ...ownEnv, TILSYN_NETWORK_LOG: log },
      execArgv: [...execArgv, '--import', import.meta.url],
    });
  }
};
syncBuiltinESMExports();
