import type { CurrentSession } from './current-session.ts';
import { populationsOnDisk } from './deletion.ts';
import { holdingBackups } from './holding-backups.ts';
import { removeStoredPopulation } from './populations.ts';
import type { Surroundings } from './surroundings.ts';
import { forgetPopulationKey } from './tables/population-keys.ts';

/**
 * Removes populations that no import names: an import that was cut off left them. One that a backup still names belongs
 * to what may be restored, and stays. Rejects with `read-failed`, `write-failed`.
 */
export async function sweepCutOffImports(around: Surroundings, current: CurrentSession): Promise<void> {
  const session = current.get();
  for (const importId of await populationsOnDisk(around)) {
    if (session.tables().imports.get(importId) !== undefined) continue;
    const sought = { roundId: '', imports: [importId], since: '9999' };
    if ((await holdingBackups(around, session, sought)).length > 0) continue;
    await removeStoredPopulation(around, importId);
    const { statements } = session.database();
    await current.leaveLine('population.removed', importId, () => forgetPopulationKey(statements, importId, 'cases'));
  }
}
