import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { isOwnHost } from './watch-network.ts';

export interface WatchedHost {
  readonly link: string;
  readonly origin: string;
  readonly child: ChildProcess;
  /** Everything it has written in the terminal. */
  said(): string;
  stop(): Promise<void>;
}

/** The program on a workspace, with its words in the terminal kept and an environment of its own. */
export async function watchedHost(workspace: string, environment: Record<string, string>): Promise<WatchedHost> {
  const args = ['electron/host/main.ts', '--workspace', workspace, '--no-open'];
  const env = { ...process.env, TILSYN_KEY_COST: '1024', ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      text += data.toString();
    });
  }
  const [link] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { origin } = new URL(link);
  isOwnHost(origin);
  return {
    link,
    origin,
    child,
    said: () => text,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
    },
  };
}
