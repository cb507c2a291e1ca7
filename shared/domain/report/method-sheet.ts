import { administrativeWords, methodWords as words } from '../../words/administrative-report.ts';
import { partWords, replacementWords, unitWords } from '../../words/report.ts';
import { reportSetWords as setWords } from '../../words/report-set.ts';
import { targetedRuleWords } from '../../words/targeted-rules.ts';
import { formatCount } from '../calendar/format.ts';
import { describeConditions } from '../sampling/describe-conditions.ts';
import { isCensus } from '../sampling/plan.ts';
import { provenanceRows } from './provenance.ts';
import { danishDay, drawsIntro } from './round-facts.ts';
import { exampleRows, labelRow, textRow } from './sheet-parts.ts';
import type { ReportSource, TogetherRound } from './source.ts';
import type { Sheet, SheetRow } from './workbook.ts';

/** The whole draw, so that anyone with the export may repeat it, how it was counted, and what the report was made from. */
export function methodSheet(source: ReportSource): Sheet {
  return {
    name: administrativeWords.sheets.method,
    widths: [28, 74],
    orientation: 'portrait',
    rows: [
      textRow(words.title, 'title', 2),
      ...exampleRows(source.round.example, 2),
      ...(source.together === undefined ? roundRows(source) : setRows(source, source.together)),
      textRow(words.countingHeading, 'heading', 2),
      ...words.counting.map((line) => textRow(line, 'text', 2)),
      textRow(words.programHeading, 'heading', 2),
      ...provenanceRows(source),
      ...loggedRows(source),
    ],
  };
}

/** The import, the draw, the frames and the replaced cases of one round. */
function roundRows(source: ReportSource): readonly SheetRow[] {
  return [
    textRow(words.importHeading, 'heading', 2),
    ...importRows(source),
    textRow(words.drawHeading, 'heading', 2),
    ...drawRows(source),
    textRow(words.framesHeading, 'heading', 2),
    ...frameRows(source),
    textRow(words.replacedHeading, 'heading', 2),
    ...replacedRows(source),
  ];
}

/** The same of every round of a set, and how they are added up. */
function setRows(source: ReportSource, rounds: readonly TogetherRound[]): readonly SheetRow[] {
  return [
    textRow(setWords.drawsHeading, 'heading', 2),
    textRow(drawsIntro(rounds), 'text', 2),
    ...notTogetherRows(source),
    ...rounds.flatMap((round) => [textRow(setWords.roundHeading(round.label), 'title', 2), ...roundRows(round.source)]),
  ];
}

function notTogetherRows({ notTogether = [] }: ReportSource): readonly SheetRow[] {
  if (notTogether.length === 0) return [];
  return [
    textRow(setWords.leftOutHeading, 'heading', 2),
    ...notTogether.map(({ label, questions, reason }) =>
      labelRow(label, setWords.leftOut(setWords.reasons[reason], questions)),
    ),
  ];
}

function loggedRows({ logged }: ReportSource): readonly SheetRow[] {
  if (logged === undefined) return [];
  return [labelRow(words.logged, words.loggedLine(formatCount(logged.number, 0), logged.hash))];
}

function importRows({ imported, record }: ReportSource): readonly SheetRow[] {
  const sha = labelRow(words.sha, record.file.sha256);
  const population = labelRow(words.population, record.populationSize);
  if (imported === null) return [labelRow(words.file, words.importGone), sha, population];
  const { total, header, blank, accepted, rejected } = imported.rows;
  const count = (value: number) => formatCount(value, 0);
  const line = words.reconciliation(count(total), count(header), count(blank), count(accepted), count(rejected));
  return [
    labelRow(words.file, imported.fileName),
    sha,
    labelRow(words.rows, `${line}. ${words.rowsToCases(count(accepted), count(imported.cases))}`),
    population,
  ];
}

function drawRows({ record }: ReportSource): readonly SheetRow[] {
  return [
    labelRow(words.method, words.methodTexts[record.method]),
    labelRow(words.seed, record.seed),
    labelRow(words.fingerprint, record.populationFingerprint),
    labelRow(words.drawNumber, record.drawNumber),
    ...(record.redrawReason === null ? [] : [labelRow(words.redraw, record.redrawReason)]),
    ...(record.enlargements ?? []).map(({ added, at, reason }) =>
      labelRow(words.enlarged, words.enlargedLine(formatCount(added, 0), danishDay(at), reason)),
    ),
    labelRow(words.drawnAt, danishDay(record.drawnAt)),
    labelRow(words.asOf, danishDay(record.asOf)),
    labelRow(words.unit, unitWords[record.plan.unit]),
    ...excludedRows(record.excluded),
  ];
}

function excludedRows(excluded: ReportSource['record']['excluded']): readonly SheetRow[] {
  const counts = new Map<string, number>();
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return [labelRow(words.excluded, 0)];
  return [...counts].map(([reason, count]) =>
    labelRow(words.excluded, words.excludedLine(formatCount(count, 0), reason)),
  );
}

function frameRows({ record }: ReportSource): readonly SheetRow[] {
  return record.plan.parts.flatMap((part, partIndex) => {
    const frame = record.frames.find((each) => each.partIndex === partIndex);
    const head = words.frame(partWords[isCensus(part) ? 'census' : part.kind].toLowerCase(), partIndex + 1);
    const conditions = describeConditions(part.where);
    const strata = record.strata.filter((stratum) => stratum.partIndex === partIndex);
    return [
      ...(frame === undefined ? [] : [labelRow(head, words.frameText(formatCount(frame.size, 0), frame.fingerprint))]),
      ...(conditions === '' ? [] : [labelRow(words.conditions, conditions)]),
      ...strata.map(({ name, drawn, size }) =>
        labelRow(
          words.stratum(name === '' ? words.wholeFrame : ruleName(name)),
          words.stratumText(formatCount(drawn, 0), formatCount(size, 0)),
        ),
      ),
    ];
  });
}

function ruleName(stratum: string): string {
  const rules: Readonly<Record<string, string>> = targetedRuleWords;
  return Object.hasOwn(rules, stratum) ? (rules[stratum] ?? stratum) : stratum;
}

function replacedRows({ record }: ReportSource): readonly SheetRow[] {
  if (record.replaced.length === 0) return [textRow(words.noneReplaced, 'text', 2)];
  return record.replaced.map(({ caseId, replacedBy, reason, at }) =>
    labelRow(caseId, words.replacedText(replacedBy, replacementWords[reason], danishDay(at))),
  );
}
