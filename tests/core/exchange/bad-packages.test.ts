import { describe, expect, it } from 'vitest';

import { recordHash } from '#core/exchange/hashes.ts';
import { openPackage } from '#core/exchange/package-file.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { ResultPayload } from '#shared/domain/exchange/package.ts';

import { refused } from '../application/open-application.ts';
import { answeredDesk, bend, refuses } from './support/desk.ts';
import {
  bytesOf,
  carry,
  collect,
  fileOf,
  lay,
  officeWithRound,
  resultOf,
  review,
  sendCases,
  spoken,
} from './support/offices.ts';
import { type Bent, bent, forge, sealOf } from './support/packages.ts';

/** Whole packages that are not for here: of somebody else, of something else, or about cases that were not asked for. */
const on = answeredDesk();

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
    await refuses(on.desk, await bend(on.desk, how), code);
  });

  it('is refused where it holds cases to read, or answers a package of another workspace', async () => {
    const { consultant, head } = on.desk;
    const stranger = await officeWithRound('Nana Nabo');
    const theirs = await sendCases(stranger, head, stranger.ids.slice(0, 1));
    await review(head, theirs.roundId, theirs.caseIds[0]!);
    await refuses(on.desk, await resultOf(head, consultant, theirs.roundId), 'package-unknown-sender', null);
    const target = fileOf('sager-til-laesning.ltp');
    const cases = { roundId: stranger.roundId, kind: 'cases' as const, unit: 'Nord', head: 'Karen', target };
    await stranger.app['exchange.send']({ ...cases, caseIds: [stranger.ids[0]!], passphrase: spoken });
    await refuses(on.desk, await carry(stranger, consultant, target.name), 'package-not-for-here');
  });

  it('is refused where a known round comes with another draw', async () => {
    const { consultant, sent, answer, own, ownResult } = on.desk;
    const second = await officeWithRound('Karen Konsulent');
    await collect(second, await lay(second, own.name, await bytesOf(consultant, own.name)), spoken);
    const record = { ...ownResult.record, seed: 'et andet frø' };
    const changed = { ...ownResult, record, recordHash: recordHash(record) };
    const before = second.onDisk();
    await expect(collect(second, await forge(second, changed), spoken)).rejects.toThrow(refused('package-other-round'));
    expect(second.onDisk()).toEqual(before);
    const how = await sealOf(consultant, sent.exchangeId);
    const payload = await openPackage(await bytesOf(consultant, answer.name), how as { returnKey: string });
    for (const other of [{ recordHash: 'b'.repeat(64) }, { record }, { record, recordHash: recordHash(record) }]) {
      await refuses(on.desk, await forge(consultant, { ...payload, ...other }, how), 'package-other-round', null);
    }
  });
});

describe('A package that claims what was not asked for', () => {
  const claims = async (how: (payload: Bent) => void): Promise<FileRef> => {
    const { consultant, sent, answer } = on.desk;
    const key = await sealOf(consultant, sent.exchangeId);
    const payload = await openPackage(await bytesOf(consultant, answer.name), key as { returnKey: string });
    return forge(consultant, bent(payload as ResultPayload, how), key);
  };

  it('is refused with a case that was not sent, by its number or by a key', async () => {
    const { consultant } = on.desk;
    for (const key of [consultant.ids[4]!, 'f'.repeat(64)]) {
      const file = await claims((each) => each.cases.push({ ...each.cases[0]!, key, number: '9-9-999' }));
      await refuses(on.desk, file, 'package-outside-round', null);
    }
  });

  it('is refused with answers to a case that it does not list', async () => {
    const { consultant } = on.desk;
    const file = await claims((each) => {
      const [cell, heads] = each.versions.find(([name]) => name.startsWith('answer/'))!;
      each.versions.push([cell.replace(/^answer\/[^/]+/u, `answer/${consultant.ids[1]!}`), heads]);
    });
    await refuses(on.desk, file, 'package-outside-round', null);
  });

  it('is refused with an action of another round', async () => {
    const { consultant, ownResult } = on.desk;
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
