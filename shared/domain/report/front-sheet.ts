import {
  administrativeWords as words,
  contentsWords,
  frontWords,
  registerWords,
} from '../../words/administrative-report.ts';
import { formatCount } from '../calendar/format.ts';
import { agreedText } from '../review/agreement-text.ts';
import type { Figures, ItemFigure } from './figures.ts';
import { listFindings } from './list-findings.ts';
import { givenAnswers } from './reading-sheets.ts';
import { registerErrors } from './register-errors.ts';
import { periodOf, unitOf } from './round-facts.ts';
import { exampleRows, labelRow, textRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import type { Sheet, SheetRow } from './workbook.ts';

const linesPerList = 4;
/** Fewer relevant cases than this are too few to point at a question. */
const fewest = 10;

/** What the report is, how far the round is, and the strongest and weakest questions, before any table. */
export function frontSheet(source: ReportSource, figures: Figures, sheets: readonly string[]): Sheet {
  const { works, challenges } = extremes(source, figures);
  const list = (lines: readonly string[]) => (lines.length === 0 ? [frontWords.nothing] : lines);
  return {
    name: words.sheets.front,
    widths: [24, 68],
    orientation: 'portrait',
    rows: [
      textRow(words.title, 'title', 2),
      ...exampleRows(source.round.example, 2),
      textRow(words.classification, 'strong', 2),
      ...factRows(source, figures),
      textRow(frontWords.worksHeading, 'heading', 2),
      ...list(works).map((line) => textRow(line, 'text', 2)),
      textRow(frontWords.challengesHeading, 'heading', 2),
      ...list(challenges).map((line) => textRow(line, 'text', 2)),
      textRow(frontWords.contentsHeading, 'heading', 2),
      ...sheets.map((name) => labelRow(name, contentsWords[name] ?? '')),
    ],
  };
}

function factRows(source: ReportSource, { coverage: { random, census, targeted } }: Figures): readonly SheetRow[] {
  const findings = listFindings(source);
  const drawn = random.drawn + (census?.drawn ?? 0) + targeted.drawn;
  const started = random.started + (census?.started ?? 0) + targeted.started;
  const closed = random.closed + (census?.closed ?? 0) + targeted.closed;
  const open = source.actions.filter(({ done }) => done === null).length;
  return [
    labelRow(frontWords.unit, unitOf(source)),
    labelRow(frontWords.period, periodOf(source)),
    labelRow(frontWords.reader, source.profile.reviewer),
    labelRow(frontWords.made, { date: source.today }),
    labelRow(frontWords.classification, frontWords.classificationText),
    ...(random.drawn === 0
      ? []
      : [labelRow(frontWords.sample, frontWords.sampleText(random.drawn, formatCount(random.frame, 0)))]),
    ...(census === undefined ? [] : [labelRow(frontWords.census, frontWords.censusText(census.drawn))]),
    ...(targeted.drawn === 0 ? [] : [labelRow(frontWords.targeted, frontWords.targetedText(targeted.drawn))]),
    labelRow(frontWords.progress, frontWords.progressText(closed, started, drawn)),
    labelRow(
      frontWords.findings,
      frontWords.findingsText(findings.length, findings.filter(({ critical }) => critical).length),
    ),
    labelRow(frontWords.actions, frontWords.actionsText(open, source.actions.length)),
    ...readingRows(source),
  ];
}

/** How far two readers agree, and how often the registered dates were wrong; only where there is something to say. */
function readingRows(source: ReportSource): readonly SheetRow[] {
  const { secondReading } = source;
  const { suggested, changed } = registerErrors(givenAnswers(source));
  return [
    ...(secondReading === undefined || secondReading.bothClosed === 0
      ? []
      : [
          labelRow(
            frontWords.secondReading,
            frontWords.secondReadingText(secondReading.bothClosed, agreedText(secondReading.total)),
          ),
        ]),
    ...(suggested === 0 ? [] : [labelRow(frontWords.register, registerWords.count(changed, suggested))]),
  ];
}

/** The highest and the lowest rates with ten relevant cases or more; no question stands in both lists. */
function extremes({ template }: ReportSource, { items }: Figures) {
  const questions = new Map(
    template.sections.flatMap((section) => section.items.map(({ id, question }) => [id, question])),
  );
  const ranked = items
    .filter(({ part, n, rate }) => part === 'random' && n >= fewest && rate !== null)
    .toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  const line = ({ id, yes, n }: ItemFigure) => frontWords.line(questions.get(id) ?? id, yes, n);
  const size = Math.min(linesPerList, Math.floor(ranked.length / 2));
  return {
    works: ranked.slice(0, size).map(line),
    challenges: ranked.toReversed().slice(0, size).map(line),
  };
}
