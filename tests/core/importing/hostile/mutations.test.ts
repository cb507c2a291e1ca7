import { expect, it } from 'vitest';

import { importExport } from '#core/importing/import-export.ts';
import { openExport } from '#core/importing/open-export.ts';
import { AppError } from '#shared/contract/errors.ts';

import { casesIn } from '../../../fixtures/cases-of.ts';
import { mutant } from './mutate.ts';

/** TILSYN_MUTATIONS=5000 for the long run. */
const count = Number(process.env['TILSYN_MUTATIONS'] ?? 300);
const call = { signal: new AbortController().signal, report: () => undefined };

/** In this thread, so that whatever the worker would hide (a crash, a failure without a code) is seen. */
it(`${count} damaged files give cases or a code, each within two seconds of work`, { timeout: 600_000 }, async () => {
  const outcomes = new Map<string, number>();
  for (let seed = 1; seed <= count; seed += 1) {
    const started = process.cpuUsage();
    const outcome = await outcomeOf(mutant(seed), seed);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000, `seed ${seed}`).toBeLessThan(2_000);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  if (process.env['TILSYN_REPORT'] !== undefined) console.log(outcomes);
  expect(outcomes.get('imported')).toBeGreaterThan(0);
  expect(outcomes.get('workbook-broken')).toBeGreaterThan(0);
});

async function outcomeOf(bytes: Buffer, seed: number): Promise<string> {
  try {
    const { rows, pieces } = await importExport(await openExport('udtræk', bytes), {}, call);
    expect(rows.total, `seed ${seed}`).toBe(rows.header + rows.blank + rows.accepted + rows.rejected);
    expect(casesIn(pieces).length, `seed ${seed}`).toBeGreaterThan(0);
    return 'imported';
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return error.code;
    throw new Error(`seed ${seed}`, { cause: error });
  }
}
