import { hkdfSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openPackage } from '#core/exchange/package-file.ts';
import { seal } from '#core/store/envelope.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { ResultPayload } from '#shared/domain/exchange/package.ts';

import { refused } from '../application/open-application.ts';
import { plan } from '../review/review-fixture.ts';
import {
  bytesOf,
  carry,
  collect,
  fileOf,
  lay,
  type OfficeWithRound,
  officeWithRound,
  openOffice,
  resultOf,
  review,
  type Sent,
  sendCases,
  spoken,
} from './support/offices.ts';
import { type Bent, bent, forge, resultIn, sealOf } from './support/packages.ts';
import { fc } from '../../support/fast-check.ts';

let consultant: OfficeWithRound;
let head: OfficeWithRound;
let sent: Sent;
/** The answer to what was sent, and the round that the head drew alone. */
let answer: FileRef;
let own: FileRef;
let ownResult: ResultPayload;

const folder = mkdtempSync(join(tmpdir(), 'tilsyn-bad-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeAll(async () => {
  consultant = await officeWithRound('Karen Konsulent', 'underretninger', plan, join(folder, 'karen'));
  head = await officeWithRound('Lars Leder', 'underretninger', plan, join(folder, 'lars'));
  sent = await sendCases(consultant, head, consultant.ids.slice(0, 2));
  await review(head, sent.roundId, sent.caseIds[0]!);
  await review(head, head.roundId, head.ids[0]!);
  const action = { roundId: head.roundId, caseId: head.ids[0]!, itemId: null, kind: 'case' as const };
  await head.app['review.saveAction']({ id: null, action: { ...action, text: 'Ring', owner: 'Lars', due: null } });
  answer = await resultOf(head, consultant, sent.roundId);
  own = await resultOf(head, consultant, head.roundId, { own: true });
  ownResult = await resultIn(consultant, own);
}, 120_000);

/** Refused with this sentence's code, and every file of the workspace is what it was, also after it is opened again. */
async function refuses(file: FileRef, code: string, passphrase: string | null = spoken): Promise<void> {
  const before = consultant.onDisk();
  await expect(collect(consultant, file, passphrase)).rejects.toThrow(refused(code));
  expect(consultant.onDisk()).toEqual(before);
  expect((await consultant.app['sampling.rounds']({})).map(({ roundId }) => roundId)).toEqual([consultant.roundId]);
  const queue = await consultant.app['review.queue']({ roundId: consultant.roundId });
  expect(queue.every(({ state }) => state === 'not-started')).toBe(true);
  expect(await consultant.app['review.actions']({})).toEqual([]);
}

const bend = async (how: (payload: Bent) => void): Promise<FileRef> => forge(consultant, bent(ownResult, how));

describe('A file that is no package', () => {
  it.each([
    ['an empty file', new Uint8Array()],
    ['a text', new TextEncoder().encode('Kære Karen, her er svarene')],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['four right bytes', new TextEncoder().encode('LTD?')],
  ])('is told as such: %s', async (_, bytes) => {
    await refuses(await lay(consultant, 'brev.ltp', bytes), 'package-not-a-package');
  });

  it.each(['workspace', 'population', 'marks'] as const)('is told as such: a sealed %s', async (purpose) => {
    const header = {
      fileId: 'f',
      generation: 1,
      saveId: 's',
      created: '',
      modified: '',
      programVersion: '',
      schemaVersion: 1,
      purpose,
      keySlots: [],
    };
    const bytes = Buffer.concat(seal([new Uint8Array(64)], header, Buffer.alloc(32, 7), new Uint8Array(12)));
    await refuses(await lay(consultant, 'tilsyn.ltdb', bytes), 'package-not-a-package');
  });
});

describe('A package that was altered on the way', () => {
  it('is refused wherever it was cut short', async () => {
    for (const file of [answer, own]) {
      const whole = await bytesOf(consultant, file.name);
      const lengths = [1, 3, 4, 8, 11, 12, 100, 700, whole.length - 500, whole.length - 16, whole.length - 1];
      for (const length of lengths) {
        const cut = await lay(consultant, 'kort.ltp', whole.slice(0, length));
        await refuses(cut, length < 4 ? 'package-not-a-package' : 'package-damaged');
      }
      const long = Buffer.concat([whole, Buffer.from('mere')]);
      await refuses(await lay(consultant, 'lang.ltp', long), 'package-damaged');
    }
  });

  it('is refused whichever byte was changed', async () => {
    const whole = await bytesOf(consultant, answer.name);
    const before = consultant.onDisk();
    const places = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    const body = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(places, body), async ([place, bits]) => {
        const changed = Uint8Array.from(whole);
        changed[place] = (changed[place] ?? 0) ^ bits;
        const file = await lay(consultant, 'ændret.ltp', changed);
        await expect(collect(consultant, file)).rejects.toMatchObject({
          code: expect.stringMatching(/^package-(?:damaged|not-a-package|from-future|too-old)$/u),
        });
      }),
      { numRuns: 60 },
    );
    expect(consultant.onDisk()).toEqual(before);
  });

  it('is refused where it was sealed again under another exchange', async () => {
    const other = await sendCases(consultant, await openOffice('Mona Mester'), consultant.ids.slice(2, 3));
    const seals = [await sealOf(consultant, sent.exchangeId), await sealOf(consultant, other.exchangeId)];
    const payload = await openPackage(await bytesOf(consultant, answer.name), seals[0] as { returnKey: string });
    await refuses(await forge(consultant, payload, seals[1]), 'package-damaged', null);
    const moved = { ...payload, exchangeId: other.exchangeId };
    await refuses(await forge(consultant, moved, seals[1]), 'package-outside-round', null);
    await refuses(await forge(consultant, payload), 'package-damaged');
  });
});

describe('The passphrase', () => {
  it('is asked for, and a wrong one opens nothing', async () => {
    await refuses(own, 'package-passphrase-needed', null);
    await refuses(own, 'package-passphrase-needed', '');
    await refuses(own, 'package-wrong-passphrase', 'ravn kaffe sejl lygte');
  });
});

describe('A package of something else', () => {
  it.each<[string, (payload: Bent) => void, string]>([
    ['another municipality', (each: Bent) => (each['municipality'] = 'Nabokøbing'), 'package-other-municipality'],
    ['a newer format', (each: Bent) => (each['version'] = 2), 'package-from-future'],
    ['an older format', (each: Bent) => (each['version'] = 0), 'package-damaged'],
    ['another format', (each: Bent) => (each['format'] = 'ledelsestilsyn-draw-record'), 'package-damaged'],
    ['a checklist that is not here', (each: Bent) => (each.round['templateId'] = 'egen'), 'package-template-missing'],
    ['an edition that is not here', (each: Bent) => (each.round['templateEdition'] = 99), 'package-template-missing'],
    [
      'an edition with other content',
      (each: Bent) => (each.round['templateHash'] = 'a'.repeat(64)),
      'package-template-missing',
    ],
  ])('is refused: %s', async (_, how, code) => {
    await refuses(await bend(how), code);
  });

  it('is refused where it holds cases to read, or answers a package of another workspace', async () => {
    const stranger = await officeWithRound('Nana Nabo');
    const theirs = await sendCases(stranger, head, stranger.ids.slice(0, 1));
    await review(head, theirs.roundId, theirs.caseIds[0]!);
    await refuses(await resultOf(head, consultant, theirs.roundId), 'package-unknown-sender', null);
    const target = fileOf('sager-til-laesning.ltp');
    const cases = { roundId: stranger.roundId, kind: 'cases' as const, unit: 'Nord', head: 'Karen', target };
    await stranger.app['exchange.send']({ ...cases, caseIds: [stranger.ids[0]!], passphrase: spoken });
    await refuses(await carry(stranger, consultant, target.name), 'package-not-for-here');
  });

  it('is refused where a known round comes with another draw', async () => {
    const other = await officeWithRound('Karen Konsulent');
    await collect(other, await lay(other, own.name, await bytesOf(consultant, own.name)), spoken);
    const changed = bent(ownResult, (each) => (each['recordHash'] = 'b'.repeat(64)));
    const before = other.onDisk();
    await expect(collect(other, await forge(other, changed), spoken)).rejects.toThrow(refused('package-other-round'));
    expect(other.onDisk()).toEqual(before);
    const how = await sealOf(consultant, sent.exchangeId);
    const payload = await openPackage(await bytesOf(consultant, answer.name), how as { returnKey: string });
    const drawn = { ...payload, recordHash: 'b'.repeat(64) };
    await refuses(await forge(consultant, drawn, how), 'package-other-round', null);
  });
});

describe('A package that claims what was not asked for', () => {
  const claims = async (how: (payload: Bent) => void): Promise<FileRef> => {
    const key = await sealOf(consultant, sent.exchangeId);
    const payload = await openPackage(await bytesOf(consultant, answer.name), key as { returnKey: string });
    return forge(consultant, bent(payload as ResultPayload, how), key);
  };

  it('is refused with a case that was not sent, by its number or by a key', async () => {
    for (const key of [consultant.ids[4]!, 'f'.repeat(64)]) {
      const file = await claims((each) => each.cases.push({ ...each.cases[0]!, key, number: '9-9-999' }));
      await refuses(file, 'package-outside-round', null);
    }
  });

  it('is refused with answers to a case that it does not list', async () => {
    const file = await claims((each) => {
      const [cell, heads] = each.versions.find(([name]) => name.startsWith('answer/'))!;
      each.versions.push([cell.replace(/^answer\/[^/]+/u, `answer/${consultant.ids[1]!}`), heads]);
    });
    await refuses(file, 'package-outside-round', null);
  });

  it('is refused with an action of another round', async () => {
    const action = { roundId: consultant.roundId, caseId: null, itemId: null, kind: 'case' as const };
    const office = await officeWithRound('Karen Konsulent');
    const { id } = await office.app['review.saveAction']({
      id: null,
      action: { ...action, roundId: office.roundId, text: 'Vores', owner: 'Karen', due: null },
    });
    const changed = bent(ownResult, (each) => {
      each.versions = each.versions.map(([cell, heads]) => [cell.replace(/^action\/.*$/u, `action/${id}`), heads]);
    });
    const before = office.onDisk();
    await expect(collect(office, await forge(office, changed), spoken)).rejects.toThrow(
      refused('package-outside-round'),
    );
    expect(office.onDisk()).toEqual(before);
    expect(await office.app['review.actions']({})).toMatchObject([{ id, text: 'Vores', roundId: office.roundId }]);
  });
});

const firstOf = (each: Bent, kind: string) => each.versions.find(([cell]) => cell.startsWith(`${kind}/`))!;

describe('A package that no program writes', () => {
  it.each<[string, (payload: Bent) => void]>([
    ['an unknown key', (each) => (each['mere'] = 1)],
    ['an unknown kind', (each) => (each['kind'] = 'andet')],
    ['no cells', (each) => delete (each as Record<string, unknown>)['versions']],
    ['a cell without a name', (each) => each.versions.push(['', []])],
    ['a cell of an item that is not there', (each) => (firstOf(each, 'answer')[0] += 'x')],
    ['a cell twice', (each) => each.versions.push(structuredClone(each.versions[0]!))],
    [
      'an answer without its review',
      (each) => (each.versions = each.versions.filter(([c]) => !c.startsWith('review/'))),
    ],
    ['a value that is none', (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['value'] = 'måske')],
    [
      'a closed review without its instant',
      (each) => ((firstOf(each, 'review')[1][0]!['content'] as Bent)['closedAt'] = null),
    ],
    ['an id that is none', (each) => (firstOf(each, 'answer')[1][0]!['id'] = 'x')],
    [
      'a version that replaces itself',
      (each) => (firstOf(each, 'answer')[1][0]!['ancestors'] = [firstOf(each, 'answer')[1][0]!['id']]),
    ],
    ['two cases of one number', (each) => (each.cases[1]!['number'] = each.cases[0]!['number'])],
    ['a case that is another', (each) => ((each.cases[0]!['case'] as Bent)['id'] = 'en anden')],
    ['a case replaced by none', (each) => (each.cases[0]!['replacedBy'] = 'ingen')],
    [
      'a note of a megabyte',
      (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['note'] = 'x'.repeat(1_000_000)),
    ],
    [
      'a note that no table can hold',
      (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['note'] = 'a\u0000b'),
    ],
    ['half a character', (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['note'] = '\ud83d')],
    ['a record that is none', (each) => (each.record['seed'] = 7)],
  ])('is refused whole: %s', async (_, how) => {
    const file = await bend(how);
    const before = consultant.onDisk();
    await expect(collect(consultant, file, spoken)).rejects.toMatchObject({
      code: expect.stringMatching(/^package-(?:damaged|outside-round)$/u),
    });
    expect(consultant.onDisk()).toEqual(before);
  });

  it('is refused where it is no JSON, no gzip, or unpacks to more than a package can be', async () => {
    for (const content of [
      Buffer.from('ikke gzip'),
      gzipSync('{ikke json'),
      gzipSync(Buffer.alloc(250 * 1024 * 1024)),
    ]) {
      await refuses(await lay(consultant, 'bombe.ltp', await sealedRaw(content)), 'package-damaged', null);
    }
  });
});

/** What is sealed by the key of the exchange holds these bytes. */
async function sealedRaw(content: Buffer): Promise<Uint8Array> {
  const how = (await sealOf(consultant, sent.exchangeId)) as { returnKey: string; exchangeId: string };
  const fileId = 'ab'.repeat(16);
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(how.returnKey, 'base64'), fileId, 'LTDB-package', 32));
  const header = {
    fileId,
    generation: 1,
    saveId: 's',
    created: '',
    modified: '',
    programVersion: '',
    schemaVersion: 1,
    purpose: 'package' as const,
    keySlots: [],
    exchangeId: how.exchangeId,
  };
  return Buffer.concat(seal([content], header, key, new Uint8Array(12)));
}
