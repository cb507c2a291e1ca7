import { z } from 'zod';

import { lockMinutes, type LockMinutes, type Policy } from '../domain/policy.ts';
import { fileRef, type FileRef, ofType, type OperationSpec } from './operation.ts';

/** Answered by the host (Electron or loopback), not by the core. */
export interface HostSettings {
  readonly colorScheme: 'auto' | 'light' | 'dark';
  readonly singleKeys: boolean;
  /** False: screen recordings, screen sharing and Windows Recall see the window black. A browser cannot be hidden. */
  readonly screenCapture: boolean;
  /** Minutes without a key or a pointer before the workspace locks. */
  readonly lockAfterMinutes: LockMinutes;
}

export interface About {
  readonly program: string;
  readonly version: string;
  readonly host: 'electron' | 'loopback';
  readonly workspaceFolder: string;
  /** The program's own log: codes and times, which the person may read and delete. */
  readonly logFile: string;
}

export const hostSettings = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']),
  singleKeys: z.boolean(),
  screenCapture: z.boolean(),
  lockAfterMinutes: z.literal(lockMinutes),
});

export const systemOperations = {
  'system.about': { kind: 'query', input: z.object({}), output: ofType<About>() },
  /** What the organisation has decided for this computer. */
  'system.policy': { kind: 'query', input: z.object({}), output: ofType<Policy>() },
  /** Always within the policy. */
  'system.settings': { kind: 'query', input: z.object({}), output: ofType<HostSettings>() },
  /** Rejects with `forbidden-by-policy` outside of it; `screenCapture` changes only while the workspace is open. */
  'system.setSettings': { kind: 'command', input: hostSettings, output: ofType<HostSettings>() },
  /** Electron: the native dialog. Loopback: null; the page uploads instead. */
  'system.chooseFile': { kind: 'query', input: z.object({}), output: ofType<FileRef | null>() },
  /** Electron: the native save dialog. Loopback: a target that the page downloads when it is written. */
  'system.saveFile': {
    kind: 'query',
    input: z.object({ suggestedName: z.string().min(1).max(200) }),
    output: ofType<FileRef | null>(),
  },
  /** Loopback: where the page fetches a written target; Electron: null, the file lies where it was saved. */
  'system.downloadUrl': {
    kind: 'query',
    input: z.object({ file: fileRef }),
    output: ofType<string | null>(),
  },
} as const satisfies Record<string, OperationSpec>;
