import type { ReadingPace } from '#shared/contract/sampling.ts';
import { medianMinutes, readingMinutes } from '#shared/domain/review/reading-time.ts';

import type { Tables } from '../store/tables.ts';

/** Minutes per case over all closed reviews of real rounds, to one decimal; as measured, or else from their answers. */
export function readingPace(tables: Tables): ReadingPace {
  const minutes = tables.reviews
    .closedTimes()
    .map(({ seconds, moments }) => (seconds > 0 ? seconds / 60 : readingMinutes(moments)));
  const { cases, median } = medianMinutes(minutes);
  return { cases, medianMinutes: median === null ? null : Math.round(median * 10) / 10 };
}
