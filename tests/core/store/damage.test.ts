import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { open, readHeader } from '#core/store/envelope.ts';
import { unwrapWithPassphrase } from '#core/store/key-slots.ts';
import { createStore } from '#core/store/open-store.ts';

import { addRound, answer, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const runs = Number(process.env['TILSYN_FLIPS'] ?? 1_000);
const block = 512;

type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut' | 'zero' | 'noise'; readonly at: number }
  | { readonly kind: 'swap'; readonly at: number; readonly with: number };

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }) },
  fc.record({ kind: fc.constantFrom('cut' as const, 'zero' as const, 'noise' as const), at }),
  fc.record({ kind: fc.constant('swap' as const), at, with: at }),
);

/** The bytes after the damage, which may be none: a block of zeros made zero, two equal blocks swapped. */
function damaged(whole: Buffer, what: Damage): Buffer {
  const position = Math.floor(what.at * whole.length);
  if (what.kind === 'cut') return Buffer.from(whole.subarray(0, position));
  const bytes = Buffer.from(whole);
  const start = position - (position % block);
  const end = Math.min(start + block, whole.length);
  if (what.kind === 'flip') bytes[position]! ^= 1 << what.bit;
  if (what.kind === 'zero') bytes.fill(0, start, end);
  if (what.kind === 'noise') bytes.fill(0xa5, start, end);
  if (what.kind === 'swap') {
    const other = Math.floor((what.with * whole.length) / block) * block;
    const length = Math.min(block, whole.length - Math.max(start, other));
    whole.copy(bytes, start, other, other + length);
    whole.copy(bytes, other, start, start + length);
  }
  return bytes;
}

async function savedWorkspace(): Promise<string> {
  const folder = temporaryFolder();
  const store = await createStore(testPorts(folder));
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
    addRound(tables, 20);
    answer(tables, 'set den 3.');
  });
  await store.lock();
  return folder;
}

describe('a workspace file of the real size', () => {
  it(`shows flipped bits, cuts, zeros and swapped blocks as damage (${runs} times)`, { timeout: 600_000 }, async () => {
    const whole = readFileSync(join(await savedWorkspace(), 'tilsyn.ltdb'));
    const { keySlots, fileId } = readHeader(whole, whole.length);
    const key = await unwrapWithPassphrase(keySlots, passphrase, fileId);
    fc.assert(
      fc.property(damage, (what) => {
        const bytes = damaged(whole, what);
        if (bytes.equals(whole)) return;
        expect(() => open(bytes, key)).toThrow(expect.objectContaining({ code: 'file-damaged' }));
      }),
      { numRuns: runs },
    );
  });

  it(
    'is left as it is by a program that finds it damaged, and opens again once it is whole',
    { timeout: 600_000 },
    async () => {
      const folder = await savedWorkspace();
      const path = join(folder, 'tilsyn.ltdb');
      const whole = readFileSync(path);
      await fc.assert(
        fc.asyncProperty(damage, async (what) => {
          const bytes = damaged(whole, what);
          if (bytes.equals(whole)) return;
          writeFileSync(path, bytes);
          const store = await createStore(testPorts(folder));
          await expect(store.unlock(passphrase)).rejects.toMatchObject({ code: 'file-damaged' });
          expect(readFileSync(path).equals(bytes)).toBe(true);
        }),
        { numRuns: Math.ceil(runs / 50) },
      );
      writeFileSync(path, whole);
      const store = await createStore(testPorts(folder));
      await store.unlock(passphrase);
      expect(store.status().state).toBe('open');
      await store.lock();
    },
  );
});
