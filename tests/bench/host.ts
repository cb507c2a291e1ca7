import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../electron/host/main.ts');

export interface BenchHost {
  /** The address that works once. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** The loopback host as `npm start` runs it, once it answers. The page it serves is what `npx vite build` made last. */
export async function benchHost(workspace: string): Promise<BenchHost> {
  const host = spawn(process.execPath, [main, '--no-open', '--workspace', workspace]);
  const address = await addressOf(host);
  return {
    address,
    stop: async () => {
      if (host.exitCode !== null) return;
      host.kill('SIGINT');
      await once(host, 'exit');
    },
  };
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    host.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(printed)?.[0];
      if (address !== undefined) {
        found(address);
      }
    });
    host.once('exit', () => failed(new Error(`the host ended: ${printed}`)));
  });
}
