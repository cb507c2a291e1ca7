import { howWords as words } from '../../words/committee-report.ts';
import { fieldWords } from '../../words/importing.ts';
import { reportSetWords as setWords } from '../../words/report-set.ts';
import { eachStratumWords, enoughCases, standardSentences } from '../../words/report.ts';
import { formatCount } from '../calendar/format.ts';
import type { Figures } from './figures.ts';
import { isCensus } from '../sampling/plan.ts';
import { danishDay } from './round-facts.ts';
import type { ReportSource } from './source.ts';

/** "Sådan er der set efter": how many, of how many, how chosen, by how many readers, and when; targeted apart. */
export function howItWasDone(source: ReportSource, figures: Figures): readonly string[] {
  const { random, census, targeted } = figures.coverage;
  const extra =
    (census === undefined || census.started === 0 ? '' : words.census(census.started, census.drawn)) +
    (targeted.started === 0 ? '' : words.targeted(targeted.started));
  const replaced = random.replaced === 0 ? '' : words.replaced(random.replaced);
  if (random.drawn === 0) return [words.noRandom + extra];
  const standard = random.started > 0 && random.started < enoughCases && random.started < random.frame;
  return [
    mainSentence(source, figures) + readTwice(source) + replaced + extra,
    whenSentence(source),
    ...(standard ? [standardSentences.underThirty(formatCount(random.started, 0))] : []),
  ];
}

/** How many cases two people have read, and in how many of ten answers they agreed; nothing of a small group. */
function readTwice({ secondReading, threshold }: ReportSource): string {
  if (secondReading === undefined || secondReading.bothClosed < threshold) return '';
  const { bothClosed, total } = secondReading;
  if (total.pairs === 0) return '';
  const tenths = Math.round((total.agreed / total.pairs) * 10);
  if (total.agreed === total.pairs) return words.readTwiceAll(bothClosed);
  return tenths === 10 ? words.readTwiceNearlyAll(bothClosed) : words.readTwice(bothClosed, tenths);
}

/** Says that a round is not finished; null where every drawn case is read and closed. */
export function provisionalText({ coverage: { random } }: Figures): string | null {
  return random.closed < random.drawn ? words.provisional(random.closed, random.drawn) : null;
}

function mainSentence(source: ReportSource, { coverage: { random } }: Figures): string {
  const how = howDrawn(source);
  const frame = formatCount(random.frame, 0);
  const who = words.readers(source.readers);
  if (random.started === 0) return words.nothingRead(random.drawn, frame, how);
  if (random.started < random.drawn) return words.unfinished(random.started, random.drawn, frame, how, who);
  if (random.started === random.frame) return words.all(frame, who);
  return words.drawn(random.started, frame, how, who);
}

/** The period of the cases where the plan has one, the day they were judged on, and when they were drawn and read. */
function whenSentence({ record, reviews, together }: ReportSource): string {
  if (together !== undefined) {
    const days = together.map(({ source }) => source.record.asOf).toSorted();
    return setWords.when(danishDay(days[0] ?? ''), danishDay(days.at(-1) ?? ''), together.length);
  }
  const closed = reviews.flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt]));
  const last = closed.toSorted().at(-1);
  const dates = words.when(
    danishDay(record.asOf),
    danishDay(record.drawnAt),
    last === undefined ? null : danishDay(last),
  );
  return [...new Set(periods(record))].join('') + dates;
}

function periods({ plan }: ReportSource['record']): readonly string[] {
  return plan.parts.flatMap((part) => {
    if (part.kind !== 'random') return [];
    return part.where.flatMap((filter) => {
      if (!('from' in filter || 'to' in filter)) return [];
      const day = (date: string | undefined) => (date === undefined ? null : danishDay(date));
      return [words.period(fieldWords[filter.field].toLowerCase(), day(filter.from), day(filter.to))];
    });
  });
}

function howDrawn({ record }: ReportSource): string {
  const random = record.plan.parts.filter((part) => part.kind === 'random');
  const chance = random.filter((part) => !isCensus(part));
  const parts = chance.length > 0 ? chance : random;
  const [first] = parts;
  if (first === undefined || parts.some((part) => part.stratifyBy !== first.stratifyBy)) return words.mixed;
  if (first.stratifyBy !== null) return words.stratified(eachStratumWords[first.stratifyBy]);
  return parts.length === 1 ? words.simple : words.mixed;
}
