import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';
import { byPassphrase, unlockSession } from '#core/store/unlock-session.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { nodeFileSystem } from '#core/store/file-system.ts';

import { addRound, passphrase, profile, testPorts } from './store-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const runs = Number(process.env['TILSYN_MODEL_RUNS'] ?? 40);
const values = ['yes', 'partly', 'no', 'na', 'cannot-tell', null] as const;
const items = ['a', 'b', 'c'];

type Model = Readonly<Record<string, { readonly value: string | null; readonly note: string }>>;
interface Real {
  store: WorkspaceStore;
  readonly folder: string;
}

function answersOf(store: WorkspaceStore): Model {
  const answers = store.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers ?? []);
  return Object.fromEntries(answers.map(({ itemId, value, note }) => [itemId, { value, note }]));
}

type Step =
  | { readonly kind: 'answer'; readonly item: string; readonly value: (typeof values)[number]; readonly note: string }
  | { readonly kind: 'fail' | 'checkpoint' | 'lock' | 'reopen' | 'mark' | 'words' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      item: fc.constantFrom(...items),
      value: fc.constantFrom(...values),
      note: fc.string({ unit: 'binary', maxLength: 50 }).map((text) => text.replaceAll('\u0000', '')),
    }),
  },
  fc.record({ kind: fc.constantFrom('fail', 'checkpoint', 'lock', 'reopen', 'mark', 'words') }),
);

async function act(real: Real, model: Model, todo: Step): Promise<Model> {
  const { store, folder } = real;
  const at = '2026-01-15T09:00:00.000Z';
  switch (todo.kind) {
    case 'answer': {
      const { item: itemId, value, note } = todo;
      await store.change({ kind: 'review.answered', target: itemId, before: null, after: todo }, (tables) =>
        tables.reviews.setAnswer('round-1', 'case-1', { itemId, value, note, evidence: '' }, at),
      );
      const { [itemId]: _old, ...others } = model;
      return value === null && note === '' ? others : { ...others, [itemId]: { value, note } };
    }
    case 'fail':
      await store
        .change({ kind: 'x', target: 'y' }, (tables) => {
          tables.reviews.setAnswer('round-1', 'case-1', { itemId: 'a', value: 'no', note: 'tabt', evidence: '' }, at);
          throw new Error('stop');
        })
        .catch(() => undefined);
      return model;
    case 'checkpoint':
      await store.checkpoint();
      return model;
    case 'lock':
      await store.lock();
      await store.unlock(passphrase);
      return model;
    case 'reopen':
      // As after a process that ended at once: what is in memory is gone.
      real.store = await createStore(testPorts(folder));
      await real.store.unlock(passphrase);
      return model;
    case 'mark':
      await store.change({ kind: 'x', target: 'mark' }, (tables) => {
        tables.marks.ensureKey();
        tables.marks.addReviewed(new Uint8Array(16).fill(7), at);
      });
      return model;
    case 'words':
      await store.change({ kind: 'x', target: 'words' }, (tables) =>
        tables.words.set('round-1', { conclusion: 'ø', works: [], improve: [], recommendation: '' }),
      );
      return model;
  }
}

const sql = await loadSql();

/** Every row of every table, read from copies of the files by a session that leaves them as they are. */
async function dump(folder: string): Promise<readonly unknown[]> {
  const copy = join(folder, 'copy');
  mkdirSync(copy, { recursive: true });
  for (const name of ['tilsyn.ltdb', 'tilsyn.ltdj']) {
    rmSync(join(copy, name), { force: true });
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
  }
  const around = {
    ports: testPorts(copy),
    sql,
    fileSystem: nodeFileSystem,
    path: join(copy, 'tilsyn.ltdb'),
    patienceMs: 0,
  };
  const { session } = await unlockSession(around, byPassphrase(passphrase));
  const { statements } = session.database();
  const tables = statements.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const rows = tables.map(({ name }) => [name, statements.all(`SELECT * FROM "${String(name)}"`)]);
  session.close();
  return rows;
}

it(
  `gives the same database again from file and journal as from memory, and equals a model (${runs} runs)`,
  {
    timeout: 60_000 + runs * 5_000,
  },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), 'tilsyn-model-'));
        try {
          const real: Real = { store: await createStore(testPorts(folder)), folder };
          await real.store.create(passphrase, profile);
          await real.store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
          let model: Model = {};
          for (const todo of steps) {
            model = await act(real, model, todo);
            expect(answersOf(real.store)).toEqual(model);
          }
          const fromDisk = await dump(folder);
          await real.store.checkpoint();
          // The workspace file now is the memory; the journal before it gave the same.
          expect(await dump(folder)).toEqual(fromDisk);
          await real.store.lock();
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: runs },
    );
  },
);
