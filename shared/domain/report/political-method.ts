import { committeeMethodWords as words, committeePageWords } from '../../words/committee-report.ts';
import { allocationWords, eachStratumWords, reportWords, unitWords } from '../../words/report.ts';
import { reportSetWords as setWords } from '../../words/report-set.ts';
import { formatCount, formatPercent } from '../calendar/format.ts';
import { newestFigures } from './benchmark.ts';
import type { Figures } from './figures.ts';
import { drawFacts } from './provenance.ts';
import { danishDay, drawsIntro, shortFingerprint } from './round-facts.ts';
import { requirementRows } from './political-requirement-rows.ts';
import { exampleRows, textRow } from './sheet-parts.ts';
import type { ReportSource, TogetherRound } from './source.ts';
import type { Sheet, SheetRow } from './workbook.ts';

const widths = [9, 29, 58] as const;
const columns = widths.length;
/** So many draws of a set stand on one page in letters that can be read; more take several pages. */
const mostOnOnePage = 8;

/** What makes the draw repeatable and the figures readable; the names of strata are not on it, they may be names. */
export function politicalMethodSheet(
  source: ReportSource,
  figures: Figures,
  seed: string | null,
  first?: readonly [label: string, text: string],
): Sheet {
  return {
    name: committeePageWords.methodSheet,
    widths,
    orientation: 'portrait',
    onePage: (source.together?.length ?? 1) <= mostOnOnePage,
    mixed: true,
    rows: [
      textRow(words.title, 'title', columns),
      ...exampleRows(source.round.example, columns),
      ...(first === undefined ? [] : [line(...first)]),
      ...requirementRows(source, figures),
      textRow(words.drawHeading, 'heading', columns),
      ...drawRows(source, figures, seed),
      textRow(words.countingHeading, 'heading', columns),
      line(words.answers, words.answersText),
      line(words.areaRule, words.areaRuleText),
      line(words.range, words.rangeText),
      line(words.suppression, words.suppressionText(source.threshold)),
      ...agreementRows(source),
      textRow(words.programHeading, 'heading', columns),
      line(words.template, words.templateText(source.template.title, source.template.edition)),
      line(words.program, words.programText(source.programVersion)),
      ...benchmarkRows(source),
    ],
  };
}

function line(label: string, text: string): SheetRow {
  return {
    cells: [
      { value: label, style: 'label', span: columns - 1 },
      { value: text, style: 'text' },
    ],
  };
}

/** How far two readers agree, over all questions; nothing where they have read a small group. */
function agreementRows({ secondReading, threshold }: ReportSource): readonly SheetRow[] {
  if (secondReading === undefined || secondReading.bothClosed < threshold) return [];
  const { bothClosed, total } = secondReading;
  const { agreed, pairs, share, ac1 } = total;
  if (share === null) return [];
  const corrected = ac1 === null ? words.stop : words.agreementAc1(formatCount(ac1));
  const text = words.agreementText(bothClosed, formatCount(agreed, 0), formatCount(pairs, 0), formatPercent(share));
  return [line(words.agreement, text + corrected)];
}

function drawRows({ record, together }: ReportSource, { coverage }: Figures, seed: string | null): readonly SheetRow[] {
  const { random, census, targeted } = coverage;
  const isDrawn = record.plan.parts.some(({ kind }) => kind === 'random');
  return [
    line(words.method, words.methodTexts[record.method]),
    ...(isDrawn
      ? [
          line(words.unit, words.frame(formatCount(random.frame, 0), unitWords[record.plan.unit])),
          line(words.groups, groupsText(record.plan.parts)),
        ]
      : [line(words.unit, words.noFrame)]),
    ...(together === undefined ? drawFactRows(record, seed) : togetherRows(together, seed)),
    line(words.excluded, formatCount(record.excluded.length, 0)),
    line(words.replaced, formatCount(random.replaced, 0)),
    ...(census === undefined ? [] : [line(words.census, words.censusText(census.drawn))]),
    ...(targeted.drawn === 0 ? [] : [line(words.targeted, words.targetedText(targeted.drawn, targeted.started))]),
  ];
}

function drawFactRows(record: ReportSource['record'], seed: string | null): readonly SheetRow[] {
  return [
    line(words.seed, seed ?? words.seedHidden),
    line(words.fingerprint, shortFingerprint(record.populationFingerprint)),
    line(words.drawNumber, words.drawNumberText(record.drawNumber)),
    line(words.drawnAt, danishDay(record.drawnAt)),
  ];
}

/** A line to each draw of a set, by its number: the name of a unit may be a person's. */
function togetherRows(rounds: readonly TogetherRound[], seed: string | null): readonly SheetRow[] {
  return [
    line(setWords.drawsHeading, drawsIntro(rounds)),
    ...rounds.map(({ source: { record } }, index) => {
      const facts = drawFacts(record, seed === null ? null : record.seed).map(({ text }) => text);
      return line(setWords.number(index + 1), setWords.draw([danishDay(record.drawnAt), ...facts]));
    }),
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
    textRow(words.nationalHeading, 'heading', columns),
    textRow(benchmarks.notice, 'muted', columns),
    ...newestFigures(benchmarks).map(({ point, percent, year, n }) => {
      const cases = n === null ? '' : words.nationalN(formatCount(n, 0));
      return line(point, words.nationalText(formatPercent(percent / 100), year, cases));
    }),
  ];
}
