import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

import type { CoreOptions } from '#core/process/core-pipe.ts';
import { noPolicy } from '#shared/domain/policy.ts';

interface Answer {
  readonly id: number;
  readonly type: 'result' | 'error' | 'progress';
  readonly value?: unknown;
}

export interface RunningCore {
  /** The result of an operation; throws with the whole answer where it fails. */
  call(name: string, input: object): Promise<Record<string, unknown>>;
  /** Hands out a place to write to. */
  target(name: string, path: string): { readonly ref: string; readonly name: string };
  /** The exit code, once the work under way has ended. */
  stop(): Promise<number | null>;
}

/** Starts a built core in plain Node, with a stand-in for the port that Electron gives a utility process. */
export function runCore(shellFolder: string, workspaceFolder: string): RunningCore {
  const options: CoreOptions = {
    workspaceFolder,
    resourceFolder: join(shellFolder, 'resources'),
    programVersion: '1.0.0',
    keyCost: { N: 16, r: 8, p: 1 },
    policy: noPolicy,
    systemKey: false,
  };
  const core: ChildProcess = fork(join(shellFolder, 'core-process.js'), {
    execArgv: ['--import', resolve('tests/shell/built/parent-port.mjs')],
    env: { ...process.env, TILSYN_CORE_OPTIONS: JSON.stringify(options) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let calls = 0;
  return {
    call: async (name, input) => {
      calls += 1;
      const id = calls;
      const answered = new Promise<Answer>((answer) => {
        const listener = (message: Answer) => {
          if (message.id === id && message.type !== 'progress') {
            core.off('message', listener);
            answer(message);
          }
        };
        core.on('message', listener);
      });
      core.send({ type: 'call', id, name, input });
      const answer = await answered;
      if (answer.type !== 'result') {
        throw new Error(JSON.stringify(answer));
      }
      return answer.value as Record<string, unknown>;
    },
    target: (name, path) => {
      core.send({ type: 'target', ref: name, path });
      return { ref: name, name };
    },
    stop: async () => {
      core.send({ type: 'stop' });
      const [code] = (await once(core, 'exit')) as [number | null];
      return code;
    },
  };
}
