import { randomBytes } from 'node:crypto';

import type { Ports } from '#core/ports.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { noPolicy } from '#shared/domain/policy.ts';

/** Ports of a program of its own, without the test runner. */
export function childPorts(workspaceFolder: string): Ports {
  return {
    workspaceFolder,
    resourceFolder: workspaceFolder,
    programVersion: '0.0.0-test',
    files: {
      read: () => Promise.reject(new Error('no files here')),
      write: () => Promise.reject(new Error('no files here')),
    },
    clock: { now: () => new Date().toISOString(), today: () => '2026-01-15' as LocalDate },
    random: { bytes: (length) => randomBytes(length) },
    keyCost: { N: 2 ** 10, r: 8, p: 1 },
    keyStore: null,
    policy: noPolicy,
    announce: () => undefined,
  };
}
