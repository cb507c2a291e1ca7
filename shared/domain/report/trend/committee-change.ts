import { committeeChangeWords as words } from '../../../words/trend.ts';
import { formatPercent } from '../../calendar/format.ts';
import type { Figures } from '../figures.ts';
import { politicalFigures } from '../political-figures.ts';
import { danishDay } from '../round-facts.ts';
import type { ReportSource } from '../source.ts';
import type { SuppressionThreshold } from '../suppression.ts';
import { type Change, developmentOf, type Development } from './change.ts';
import { type Trend, trendsOf } from './trend.ts';

/** What the committee may read of an area's change since the last round, in one short line. */
export interface AreaChange {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface CommitteeChange {
  /** Every area of the checklist, in its order. */
  readonly areas: readonly AreaChange[];
  /** "Kan vi se en ændring?" */
  readonly question: string;
  /** The answer, in one or two sentences. */
  readonly answer: string;
}

interface AreaDevelopment {
  readonly trend: Trend;
  readonly development: Development;
}

/**
 * The change since the last comparable round, for the committee's papers. The figures of every round go through the
 * committee's limits first; a group that is hidden in either round says the same as one that is too small for a
 * percentage, so that nothing tells which it was. `figures` may already have been through them.
 */
export function committeeChange(
  source: Pick<ReportSource, 'earlier' | 'round' | 'record' | 'template'>,
  figures: Figures,
  threshold: SuppressionThreshold,
): CommitteeChange {
  const areas = trendsOf(source, figures, (all) => politicalFigures(all, threshold))
    .filter(({ kind }) => kind === 'area')
    .map((trend) => ({ trend, development: developmentOf(trend) }));
  return {
    areas: areas.map(({ trend, development }) => ({
      id: trend.id,
      name: trend.short,
      text: areaText(development),
    })),
    question: words.question,
    answer: answerOf(areas, source.earlier.length === 0),
  };
}

function areaText({ previous, missing }: Development): string {
  if (previous !== null) return changeText(previous);
  if (missing === 'first-round') return words.first;
  if (missing === 'nothing-read') return words.nothingRead;
  return missing === 'nothing-read-before' ? words.nothingReadBefore : words.notComparable;
}

function changeText(change: Change): string {
  if (change.verdict === 'rise' || change.verdict === 'fall') return clearText(change, change.verdict === 'rise');
  if (change.verdict === 'same') return words.same;
  if (change.verdict === 'unclear') return words.unclear;
  return change.verdict === 'no-interval' ? words.noInterval : words.tooFew;
}

/** The counts of a weighted figure may point the other way than the figure does, so that the shares are named. */
function clearText({ before, after }: Change, isRise: boolean): string {
  if (!before.weighted && !after.weighted) {
    return (isRise ? words.more : words.fewer)(after.met, after.n, before.met, before.n);
  }
  const [is, was] = [after.rate, before.rate].map((rate) => formatPercent(rate ?? 0));
  return (isRise ? words.moreWeighted : words.fewerWeighted)(is ?? '', was ?? '', after.n, before.n);
}

function answerOf(areas: readonly AreaDevelopment[], isFirst: boolean): string {
  const missing = areas.map(({ development }) => development.missing);
  if (isFirst || missing.every((why) => why === 'first-round')) return words.lineFirst;
  const withVerdict = (...verdicts: readonly Change['verdict'][]) =>
    areas.filter(({ development: { previous } }) => previous !== null && verdicts.includes(previous.verdict));
  const [rises, falls] = [withVerdict('rise'), withVerdict('fall')];
  const rest = areas.length > rises.length + falls.length;
  if (rises.length + falls.length > 0) return words.lineClear(listed(rises, areas), listed(falls, areas), rest);
  const still = withVerdict('unclear', 'same').map(({ development }) => development.previous?.before.asOf ?? '');
  const latest = still.toSorted().at(-1);
  if (latest !== undefined) return words.lineUnclear(danishDay(latest));
  return withVerdict('too-few', 'no-interval').length > 0 || missing.includes('nothing-read')
    ? words.lineTooFew
    : words.lineNotComparable;
}

function listed(some: readonly AreaDevelopment[], all: readonly AreaDevelopment[]): string {
  if (some.length === all.length && all.length > 2) return words.allAreas(all.length);
  return some.map(({ trend: { short } }) => short).join(', ');
}
