import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { FileRef } from '#shared/contract/operation.ts';

import { openApplication, type TestApplication } from '../application/open-application.ts';
import { itemIds } from '../review/review-fixture.ts';
import { passphrase, profile } from '../store/store-fixture.ts';
import { everythingOnDisk, filesBelow, type OpenedFile } from './everything-on-disk.ts';
import { type SeededRound, type SeededWorkspace, seededWorkspace, seedRound } from './seeded-workspace.ts';

/** The words of a round that must stand somewhere before, and nowhere after; `caseIds` also those that were not drawn. */
function secretsOf({ seeds, notes }: SeededRound): readonly string[] {
  // A population keeps the digits of a CPR number.
  const digits = seeds.cprs.map((cpr) => cpr.replace('-', ''));
  return [...seeds.caseIds, ...seeds.names, ...digits, ...Object.values(notes)];
}

function found(files: readonly OpenedFile[], secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => files.some(({ content }) => content?.includes(asJson(secret)) ?? false));
}

function asJson(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}

function foundRaw(files: readonly OpenedFile[], secrets: readonly string[]): readonly string[] {
  const encodings = ['utf8', 'utf16le', 'latin1'] as const;
  return secrets.filter((secret) =>
    encodings.some((encoding) => files.some(({ raw }) => raw.includes(Buffer.from(secret, encoding)))),
  );
}

/** The folder for temporary files is the test's own meanwhile. */
function ownTemporaryFolder(): string {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-temp-'));
  process.env['TMPDIR'] = folder;
  onTestFinished(() => {
    process.env['TMPDIR'] = before ?? '/tmp';
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The workspace locked, so that what lies on disk is all there is; open again after it. */
async function onDisk({ app, ports }: SeededWorkspace): Promise<readonly OpenedFile[]> {
  await app['workspace.lock']({});
  const files = await everythingOnDisk(ports.workspaceFolder);
  await app['workspace.unlock']({ passphrase });
  return files;
}

describe('slet og rens', () => {
  it('leaves no name, CPR number, case number or note of the round in any file; the other round keeps all of its own', async () => {
    const temporary = ownTemporaryFolder();
    const workspace = await seededWorkspace();
    const { app, ports, gone, kept } = workspace;
    const [secrets, others] = [secretsOf(gone), secretsOf(kept)];
    const before = await everythingOnDisk(ports.workspaceFolder);
    expect(before.map(({ name }) => name)).toContain('tilsyn.ltdj');
    expect(before.filter(({ name }) => name.startsWith('backups')).length).toBeGreaterThan(2);
    expect(before.filter(({ content }) => content === null)).toEqual([]);
    expect(found(before, secrets)).toEqual(secrets);
    expect(found(before, others)).toEqual(others);
    expect(foundRaw(before, [...secrets, ...others])).toEqual([]);
    const population = before.find(({ name }) => name === `populations/${gone.importId}.ltdb`)!;

    const receipt = await app['deletion.run']({ roundId: gone.roundId, name: gone.name });

    const after = await everythingOnDisk(ports.workspaceFolder);
    expect(after.filter(({ content }) => content === null)).toEqual([]);
    expect(found(after, secrets)).toEqual([]);
    expect(found(after, others)).toEqual(others);
    expect(foundRaw(after, [...secrets, ...others])).toEqual([]);
    expect(found(await onDisk(workspace), secrets)).toEqual([]);
    const told = JSON.stringify(receipt);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    const [old] = (await everythingOnDisk(ports.workspaceFolder, [population])).slice(-1);
    expect(old).toMatchObject({ name: population.name, content: null });
    for (const name of filesBelow(temporary)) {
      expect(
        foundRaw([{ name, raw: readFileSync(join(temporary, name)), content: null }], [...secrets, ...others]),
      ).toEqual([]);
    }
  });

  it('leaves nothing of a round that came in a package either: no case, no note, no key, no first reader', async () => {
    const consultant = await openApplication();
    const sent = await seedRound(consultant, 'S');
    const head = await openApplication(() => undefined, { ...profile, reviewer: 'Hoved Læser' });
    const { app, ports } = head;
    const kept = await seedRound(head, 'K');
    const [first = '', second = ''] = sent.ids;
    const spoken = 'ravn kaffe sejl lygte';
    const carry = async (from: TestApplication, to: TestApplication, file: FileRef) => {
      await to.ports.files.write(file, await from.ports.files.read(file));
      return file;
    };
    const out = { ref: 'ud.ltp', name: 'ud.ltp' };
    await consultant.app['exchange.send']({
      roundId: sent.roundId,
      kind: 'second-reading',
      unit: 'Enheden Skjulteby',
      head: 'Hoved Læser',
      caseIds: [first, second],
      passphrase: spoken,
      target: out,
    });
    const file = await carry(consultant, head, out);
    const { roundId } = await app['exchange.receive']({ file, passphrase: spoken });
    const key = { roundId, caseId: first };
    const [itemId = ''] = await itemIds(app, roundId, first);
    await app['review.answer']({ ...key, itemId, value: 'yes', note: 'Fundet i S', goodPractice: 'Stjernen i S' });
    await app['goodPractice.save']({ ...key, itemId, what: 'Gjort i S', why: '', ask: '', hidden: false });
    const back = { ref: 'svar.ltp', name: 'svar.ltp' };
    await app['exchange.sendResult']({ roundId, unit: '', withNames: true, passphrase: null, target: back });
    await app['workspace.lock']({});
    ports.setDay('2026-01-16');
    await app['workspace.unlock']({ passphrase });
    const keys = await head.fromDisk((store) => store.read((tables) => tables.origins.get(roundId)?.keys));
    const at = (caseId: string) => sent.seeds.caseIds.indexOf(caseId);
    const names = [first, second].flatMap((caseId) => [caseId, sent.seeds.names[at(caseId)] ?? '']);
    const notes = ['Fundet i S', 'Stjernen i S', 'Gjort i S', 'Enheden Skjulteby', profile.reviewer];
    const secrets = [...names, ...notes, keys?.returnKey ?? 'none', keys?.recognitionKey ?? 'none'];
    const before = await everythingOnDisk(ports.workspaceFolder);
    expect(found(before, secrets)).toEqual(secrets);
    expect(before.filter(({ name }) => name.startsWith('backups')).length).toBeGreaterThan(0);

    const [{ name } = { name: '' }] = await app['sampling.rounds']({});
    await app['deletion.run']({ roundId, name });

    const after = await everythingOnDisk(ports.workspaceFolder);
    expect(after.filter(({ content }) => content === null)).toEqual([]);
    expect(found(after, secrets)).toEqual([]);
    expect(found(after, secretsOf(kept))).toEqual(secretsOf(kept));
  });
});
