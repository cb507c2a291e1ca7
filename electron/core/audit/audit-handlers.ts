import type { AuditCheck } from '#shared/contract/audit.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import { auditWorkbook } from '#shared/domain/audit/audit-workbook.ts';

import type { Ports } from '../ports.ts';
import { writeWorkbook } from '../report/write-workbook.ts';
import { verifyAuditLog } from '../store/audit-log.ts';
import type { WorkspaceStore } from '../store/open-store.ts';

type AuditHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `audit.${string}`>>;

const log = 'audit-log';

/** The audit log: a page of it, whether its chain holds, and all of it as an Excel file. */
export function createAuditHandlers(ports: Ports, store: WorkspaceStore): AuditHandlers {
  return {
    'audit.list': ({ before, limit }) => {
      const [newest] = store.auditPage(Number.MAX_SAFE_INTEGER, 1);
      const lines = store.auditPage(before ?? Number.MAX_SAFE_INTEGER, limit);
      return Promise.resolve({
        lines: lines.map(({ number, at, who, kind, target }) => ({ number, at, who, kind, target })),
        total: newest?.number ?? 0,
      });
    },
    'audit.check': () => Promise.resolve(checkOf(store)),
    'audit.save': async ({ target }) => {
      const lines = store.auditLog();
      const { brokenAt } = checkOf(store);
      const workbook = auditWorkbook({ lines, brokenAt, created: ports.clock.now() });
      await ports.files.write(target, await writeWorkbook(workbook));
      await store.note('export.audit-log', log);
      return { name: target.name };
    },
  };
}

function checkOf(store: WorkspaceStore): AuditCheck {
  const lines = store.auditLog();
  const verdict = verifyAuditLog(lines);
  return {
    sound: verdict.sound,
    lines: lines.length,
    brokenAt: verdict.sound ? null : verdict.brokenAt,
    lastHash: lines.at(-1)?.hash ?? '',
  };
}
