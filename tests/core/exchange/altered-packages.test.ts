import { hkdfSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { openPackage } from '#core/exchange/package-file.ts';
import { seal } from '#core/store/envelope.ts';

import { fc } from '../../support/fast-check.ts';
import { answeredDesk, refuses } from './support/desk.ts';
import { bytesOf, collect, lay, openOffice, sendCases } from './support/offices.ts';
import { forge, sealOf } from './support/packages.ts';

/** Files that are not, or not any more, what was sent: told before anything in them is looked at. */
const on = answeredDesk();

const plainHeader = {
  fileId: 'f',
  generation: 1,
  saveId: 's',
  created: '',
  modified: '',
  programVersion: '',
  schemaVersion: 1,
  keySlots: [],
};

describe('A file that is no package', () => {
  it.each([
    ['an empty file', new Uint8Array()],
    ['a text', new TextEncoder().encode('Kære Karen, her er svarene')],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['four right bytes', new TextEncoder().encode('LTD?')],
  ])('is told as such: %s', async (_, bytes) => {
    const { consultant } = on.desk;
    await refuses(on.desk, await lay(consultant, 'brev.ltp', bytes), 'package-not-a-package');
  });

  it.each(['workspace', 'population', 'marks'] as const)('is told as such: a sealed %s', async (purpose) => {
    const { consultant } = on.desk;
    const header = { ...plainHeader, purpose };
    const bytes = Buffer.concat(seal([new Uint8Array(64)], header, Buffer.alloc(32, 7), new Uint8Array(12)));
    await refuses(on.desk, await lay(consultant, 'tilsyn.ltdb', bytes), 'package-not-a-package');
  });
});

describe('A package that was altered on the way', () => {
  it('is refused wherever it was cut short', async () => {
    const { consultant, answer, own } = on.desk;
    for (const file of [answer, own]) {
      const whole = await bytesOf(consultant, file.name);
      const lengths = [1, 3, 4, 8, 11, 12, 100, 700, whole.length - 500, whole.length - 16, whole.length - 1];
      for (const length of lengths) {
        const cut = await lay(consultant, 'kort.ltp', whole.slice(0, length));
        await refuses(on.desk, cut, length < 4 ? 'package-not-a-package' : 'package-damaged');
      }
      const long = Buffer.concat([whole, Buffer.from('mere')]);
      await refuses(on.desk, await lay(consultant, 'lang.ltp', long), 'package-damaged');
    }
  });

  it('is refused whichever byte was changed', async () => {
    const { consultant, answer } = on.desk;
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
    const { consultant, sent, answer } = on.desk;
    const other = await sendCases(consultant, await openOffice('Mona Mester'), consultant.ids.slice(2, 3));
    const seals = [await sealOf(consultant, sent.exchangeId), await sealOf(consultant, other.exchangeId)];
    const payload = await openPackage(await bytesOf(consultant, answer.name), seals[0] as { returnKey: string });
    await refuses(on.desk, await forge(consultant, payload, seals[1]), 'package-damaged', null);
    const moved = { ...payload, exchangeId: other.exchangeId };
    await refuses(on.desk, await forge(consultant, moved, seals[1]), 'package-outside-round', null);
    await refuses(on.desk, await forge(consultant, payload), 'package-damaged');
  });
});

describe('The passphrase', () => {
  it('is asked for, and a wrong one opens nothing', async () => {
    const { own } = on.desk;
    await refuses(on.desk, own, 'package-passphrase-needed', null);
    await refuses(on.desk, own, 'package-passphrase-needed', '');
    await refuses(on.desk, own, 'package-wrong-passphrase', 'ravn kaffe sejl lygte');
  });
});

describe('A file whose key is right', () => {
  it('is refused where it is no JSON, no gzip, or unpacks to more than a package can be', async () => {
    const { consultant } = on.desk;
    for (const content of [
      Buffer.from('ikke gzip'),
      gzipSync('{ikke json'),
      gzipSync(Buffer.alloc(250 * 1024 * 1024)),
    ]) {
      await refuses(on.desk, await lay(consultant, 'bombe.ltp', await sealedRaw(content)), 'package-damaged', null);
    }
  });
});

/** What is sealed by the key of the exchange holds these bytes. */
async function sealedRaw(content: Buffer): Promise<Uint8Array> {
  const { consultant, sent } = on.desk;
  const how = (await sealOf(consultant, sent.exchangeId)) as { returnKey: string; exchangeId: string };
  const fileId = 'ab'.repeat(16);
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(how.returnKey, 'base64'), fileId, 'LTDB-package', 32));
  const header = { ...plainHeader, fileId, purpose: 'package' as const, exchangeId: how.exchangeId };
  return Buffer.concat(seal([content], header, key, new Uint8Array(12)));
}
