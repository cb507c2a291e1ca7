import { beforeEach, describe, expect, it } from 'vitest';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import { createStore } from '#core/store/open-store.ts';
import type { Call, CoreHandlers } from '#shared/contract/operations.ts';
import { paperKind } from '#shared/contract/report.ts';
import { noPolicy, type Policy } from '#shared/domain/policy.ts';

import { passphrase, profile, temporaryFolder, testPorts } from '../store/store-fixture.ts';

const call: Call<never> = { signal: new AbortController().signal, report: () => undefined };
const target = { ref: 'r', name: 'rapport.xlsx' };

async function openWith(policy: Policy): Promise<CoreHandlers> {
  const application = await createApplication({ ...testPorts(temporaryFolder()), resourceFolder, policy });
  await application['workspace.create']({ passphrase, ...profile }, call);
  return application;
}

/** The code of each way to write cases to a file; without a round and an import, what is not forbidden finds none. */
async function outcomes(application: CoreHandlers): Promise<Record<string, string>> {
  const reports = paperKind.options.flatMap((kind) => [
    [`write ${kind}`, () => application['report.write']({ roundId: 'r', kind, target }, call)] as const,
    [`preview ${kind}`, () => application['report.preview']({ roundId: 'r', kind }, call)] as const,
  ]);
  const lists = [
    ['date check', () => application['population.saveDateCheck']({ importId: 'i', target }, call)],
    ['problems', () => application['importing.saveProblems']({ importId: 'i', target }, call)],
    ['record', () => application['sampling.saveRecord']({ roundId: 'r', target }, call)],
    ['sheet', () => application['sampling.saveSheet']({ roundId: 'r', target }, call)],
  ] as const;
  const found: [string, string][] = [];
  for (const [name, act] of [...reports, ...lists]) {
    found.push([
      name,
      await act().then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      ),
    ]);
  }
  return Object.fromEntries(found);
}

describe('a policy that lets nothing internal leave', () => {
  let forbidden: Record<string, string>;
  let usual: Record<string, string>;
  beforeEach(async () => {
    forbidden = await outcomes(await openWith({ ...noPolicy, forbidInternalExport: true }));
    usual = await outcomes(await openWith(noPolicy));
  });

  it('stops every report about cases and every list of them, on paper and on the screen', () => {
    const stopped = Object.keys(forbidden).filter((name) => forbidden[name] === 'forbidden-by-policy');
    expect(stopped).toEqual([
      'write leader',
      'preview leader',
      'write administrative',
      'preview administrative',
      'write casework',
      'preview casework',
      'write case',
      'preview case',
      'date check',
      'problems',
    ]);
  });

  it("leaves the committee's reports and the proof of the draw", () => {
    const open = Object.entries(forbidden).filter(([, code]) => code !== 'forbidden-by-policy');
    expect(open.map(([name]) => name)).toEqual([
      'write political',
      'preview political',
      'write year',
      'preview year',
      'record',
      'sheet',
    ]);
    for (const [name, code] of open) expect(usual[name], name).toBe(code);
  });

  it('is none of the program itself', () => {
    expect(Object.values(usual)).not.toContain('forbidden-by-policy');
  });
});

describe('what a host tells the audit log', () => {
  it.each(['screen-capture-on', 'screen-capture-off'] as const)('stands there: %s', async (kind) => {
    const ports = { ...testPorts(temporaryFolder()), resourceFolder };
    const application = await createApplication(ports);
    await application['workspace.create']({ passphrase, ...profile }, call);
    await application['host.note']({ kind }, call);
    await application['workspace.lock']({}, call);
    await expect(application['host.note']({ kind }, call)).rejects.toMatchObject({ code: 'workspace-locked' });
    const store = await createStore(ports);
    await store.unlock(passphrase);
    const lines = store.auditLog().filter((line) => line.kind.startsWith('window.'));
    expect(lines).toMatchObject([{ kind: `window.${kind}`, target: 'window', who: profile.reviewer }]);
    await store.lock();
  });
});
