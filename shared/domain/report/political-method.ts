import { committeeMethodWords as words, committeePageWords } from '../../words/committee-report.ts';
import { allocationWords, eachStratumWords, reportWords, unitWords } from '../../words/report.ts';
import { formatCount, formatPercent } from '../calendar/format.ts';
import { newestFigures } from './benchmark.ts';
import type { Figures } from './figures.ts';
import { danishDay, shortFingerprint } from './round-facts.ts';
import { exampleRows, labelRow, textRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import type { Sheet, SheetRow } from './workbook.ts';

/** What makes the draw repeatable and the figures readable; the names of strata are not on it, they may be names. */
export function politicalMethodSheet(
  source: ReportSource,
  figures: Figures,
  seed: string | null,
): Sheet {
  return {
    name: committeePageWords.methodSheet,
    widths: [33, 61],
    orientation: 'portrait',
    onePage: true,
    rows: [
      textRow(words.title, 'title', 2),
      ...exampleRows(source.round.example, 2),
      textRow(words.drawHeading, 'heading', 2),
      ...drawRows(source, figures, seed),
      textRow(words.countingHeading, 'heading', 2),
      labelRow(words.answers, words.answersText),
      labelRow(words.areaRule, words.areaRuleText),
      labelRow(words.range, words.rangeText),
      labelRow(words.suppression, words.suppressionText(source.threshold)),
      textRow(words.programHeading, 'heading', 2),
      labelRow(words.template, words.templateText(source.template.title, source.template.edition)),
      labelRow(words.program, words.programText(source.programVersion)),
      ...benchmarkRows(source),
    ],
  };
}

function drawRows({ record }: ReportSource, { coverage }: Figures, seed: string | null): readonly SheetRow[] {
  const { random, census, targeted } = coverage;
  return [
    labelRow(words.method, words.methodTexts[record.method]),
    labelRow(words.unit, words.frame(formatCount(random.frame, 0), unitWords[record.plan.unit])),
    labelRow(words.groups, groupsText(record.plan.parts)),
    labelRow(words.seed, seed ?? words.seedHidden),
    labelRow(words.fingerprint, shortFingerprint(record.populationFingerprint)),
    labelRow(words.drawNumber, words.drawNumberText(record.drawNumber)),
    labelRow(words.drawnAt, danishDay(record.drawnAt)),
    labelRow(words.excluded, formatCount(record.excluded.length, 0)),
    labelRow(words.replaced, formatCount(random.replaced, 0)),
    ...(census === undefined ? [] : [labelRow(words.census, words.censusText(census.drawn))]),
    ...(targeted.drawn === 0 ? [] : [labelRow(words.targeted, words.targetedText(targeted.drawn))]),
  ];
}

function groupsText(parts: ReportSource['record']['plan']['parts']): string {
  const texts = parts.flatMap((part) => {
    if (part.kind === 'targeted') return [];
    return [
      part.stratifyBy === null
        ? reportWords.simple
        : `${eachStratumWords[part.stratifyBy]}, ${allocationWords[part.allocation]}`,
    ];
  });
  return [...new Set(texts)].join('; ');
}

function benchmarkRows({ benchmarks }: ReportSource): readonly SheetRow[] {
  if (benchmarks === null) return [];
  return [
    textRow(words.nationalHeading, 'heading', 2),
    textRow(benchmarks.notice, 'muted', 2),
    ...newestFigures(benchmarks).map(({ point, percent, year, n }) => {
      const cases = n === null ? '' : words.nationalN(formatCount(n, 0));
      return labelRow(point, words.nationalText(formatPercent(percent / 100), year, cases));
    }),
  ];
}
