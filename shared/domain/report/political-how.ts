import { howWords as words } from '../../words/committee-report.ts';
import { eachStratumWords, enoughCases, standardSentences } from '../../words/report.ts';
import { formatCount } from '../calendar/format.ts';
import type { Figures } from './figures.ts';
import type { ReportSource } from './source.ts';

/** "Sådan er der set efter": how many, of how many, how chosen, by how many readers; targeted cases apart. */
export function howItWasDone(source: ReportSource, figures: Figures): readonly string[] {
  const { random, targeted } = figures.coverage;
  const extra = targeted.started === 0 ? '' : words.targeted(targeted.started);
  const replaced = random.replaced === 0 ? '' : words.replaced(random.replaced);
  if (random.drawn === 0) return [words.noRandom + extra];
  const standard = random.started > 0 && random.started < enoughCases && random.started < random.frame;
  return [
    mainSentence(source, figures) + replaced + extra,
    ...(standard ? [standardSentences.underThirty(formatCount(random.started, 0))] : []),
  ];
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

function howDrawn({ record }: ReportSource): string {
  const parts = record.plan.parts.filter((part) => part.kind === 'random');
  const [first] = parts;
  if (first === undefined || parts.some((part) => part.stratifyBy !== first.stratifyBy)) return words.mixed;
  if (first.stratifyBy !== null) return words.stratified(eachStratumWords[first.stratifyBy]);
  return parts.length === 1 ? words.simple : words.mixed;
}
