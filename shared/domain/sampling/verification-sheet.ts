import { fieldWords } from '../../words/importing.ts';
import { pythonLines } from '../../words/repeat-in-python.ts';
import { replacementWords, unitWords } from '../../words/report.ts';
import { targetedRuleWords } from '../../words/targeted-rules.ts';
import { verificationWords as words } from '../../words/verification-sheet.ts';
import { formatCount } from '../calendar/format.ts';
import { stratifierFields } from '../population/strata.ts';
import type { FieldId } from '../importing/fields.ts';
import type { CaseFilter } from '../population/filter.ts';
import { danishDay } from '../report/round-facts.ts';
import { exampleRows, labelRow, tableSheet, textRow } from '../report/sheet-parts.ts';
import type { Sheet, SheetRow, Workbook } from '../report/workbook.ts';
import { describeConditions } from './describe-conditions.ts';
import type { DrawnCase, DrawRecord } from './draw-record.ts';
import { isCensus, isSystematic, type PlanPart } from './plan.ts';

/** What the sheet is about; `created` is the instant it is made. */
export interface VerificationSource {
  readonly record: DrawRecord;
  readonly roundName: string;
  readonly example: boolean;
  readonly created: string;
}

/**
 * The printed verification sheet of a draw: recipe, seed, fingerprints, strata, every case with its ticket in the order
 * of the draw, what was replaced and enlarged, and the lines of Python that repeat it. No CPR number and no name: where
 * the strata are caseworkers they are numbered in the code-point order of their names, and values of conditions on
 * caseworkers are left out.
 */
export function verificationSheet(source: VerificationSource): Workbook {
  return {
    title: words.title,
    subject: words.subject,
    classification: words.classification,
    footer: `${words.footer} ${source.roundName}`.trim(),
    created: source.created,
    sheets: [recipeSheet(source), casesSheet(source), ...excludedSheets(source), pythonSheet(source)],
  };
}

function recipeSheet({ record, roundName, example }: VerificationSource): Sheet {
  return {
    name: words.sheets.recipe,
    widths: [34, 72],
    orientation: 'portrait',
    rows: [
      textRow(words.title, 'title', 2),
      textRow(roundName, 'muted', 2),
      ...exampleRows(example, 2),
      textRow(words.recipeHeading, 'heading', 2),
      ...recipeRows(record),
      textRow(words.listHeading, 'heading', 2),
      ...listRows(record),
      ...record.plan.parts.flatMap((part, partIndex) => partRows(record, part, partIndex)),
      ...laterRows(record),
      textRow(words.hash, 'muted', 2),
    ],
  };
}

function recipeRows(record: DrawRecord): readonly SheetRow[] {
  return [
    labelRow(words.method, words.recipes[record.method]),
    labelRow(words.seed, record.seed),
    labelRow(words.drawNumber, record.drawNumber),
    ...(record.redrawReason === null ? [] : [labelRow(words.redraw, record.redrawReason)]),
    labelRow(words.drawnAt, danishDay(record.drawnAt)),
    labelRow(words.asOf, danishDay(record.asOf)),
    labelRow(words.unit, unitWords[record.plan.unit]),
    labelRow(words.program, record.programVersion),
  ];
}

function listRows({ file, plan, populationSize, populationFingerprint, excluded }: DrawRecord): readonly SheetRow[] {
  const counts = new Map<string, number>();
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const lines = [...counts].map(([reason, count]) => words.excludedLine(whole(count), reason));
  return [
    labelRow(words.file, file.sha256),
    ...columnRows(file, plan),
    labelRow(words.population, populationSize),
    labelRow(words.populationFingerprint, populationFingerprint),
    ...(lines.length === 0 ? [words.noneExcluded] : lines).map((line) => labelRow(words.excluded, line)),
  ];
}

/** Which columns hold the case number and what the draw is grouped by. */
function columnRows({ mapping }: DrawRecord['file'], { parts }: DrawRecord['plan']): readonly SheetRow[] {
  const stratifiers = parts.flatMap((part) => (part.kind === 'random' && part.stratifyBy ? [part.stratifyBy] : []));
  const fields: readonly FieldId[] = ['case_id', ...new Set(stratifiers.map((by) => stratifierFields[by]))];
  const texts = fields.flatMap((field) => {
    const column = mapping.columns.find((each) => each.field === field);
    return column === undefined ? [] : [words.column(fieldWords[field], column.header)];
  });
  return texts.length === 0 ? [] : [labelRow(words.columnsUsed, texts.join('; '))];
}

function partRows(record: DrawRecord, part: PlanPart, partIndex: number): readonly SheetRow[] {
  const frame = record.frames.find((each) => each.partIndex === partIndex);
  const strata = record.strata.filter((stratum) => stratum.partIndex === partIndex);
  const conditions = describeConditions(part.where.map(withoutNames));
  return [
    textRow(words.partHeading(partIndex + 1), 'heading', 2),
    labelRow(words.kind, kindOf(part)),
    ...(part.kind === 'targeted' && part.rule !== undefined ? [labelRow(words.rule, ruleText(part.rule))] : []),
    ...(part.kind === 'random' && !isCensus(part) ? [labelRow(words.allocation, words.allocationText(part))] : []),
    ...(conditions === '' ? [] : [labelRow(words.conditions, conditions)]),
    ...(frame === undefined
      ? []
      : [labelRow(words.frame, frame.size), labelRow(words.frameFingerprint, frame.fingerprint)]),
    ...strata.map(({ name, size, drawn }) =>
      labelRow(words.stratum(stratumName(record, partIndex, name)), words.drawnOf(whole(drawn), whole(size))),
    ),
    ...(byCaseworker(part) ? [textRow(words.caseworkerNote, 'muted', 2)] : []),
  ];
}

function laterRows({ enlargements = [] }: DrawRecord): readonly SheetRow[] {
  if (enlargements.length === 0) return [];
  return [
    textRow(words.laterHeading, 'heading', 2),
    ...enlargements.map(({ partIndex, size, added, afterReplacements, reason, at }) => {
      const text = words.enlarged(partIndex + 1, whole(size), whole(added), whole(afterReplacements));
      return labelRow(danishDay(at), reason === null ? text : `${text}. ${reason}`);
    }),
  ];
}

function casesSheet({ record, example }: VerificationSource): Sheet {
  const { columns } = words;
  return tableSheet<DrawnCase>({
    name: words.sheets.cases,
    title: words.casesTitle,
    intro: words.casesIntro,
    nothing: words.casesIntro,
    example,
    columns: [
      { header: columns.part, width: 6, numeric: true, value: ({ partIndex }) => partIndex + 1 },
      {
        header: columns.stratum,
        width: 24,
        value: ({ partIndex, stratum }) => stratumName(record, partIndex, stratum),
      },
      { header: columns.rank, width: 6, numeric: true, value: ({ rank }) => rank },
      { header: columns.caseId, width: 18, value: ({ caseId }) => caseId },
      { header: columns.ticket, width: 68, value: ({ ticket }) => ticket },
      { header: columns.remark, width: 34, value: ({ caseId }) => remarkOf(record, caseId) },
    ],
    rows: record.cases,
  });
}

/** Who was held out, by case number; none where nobody was. */
function excludedSheets({ record: { excluded }, example }: VerificationSource): readonly Sheet[] {
  if (excluded.length === 0) return [];
  return [
    tableSheet<DrawRecord['excluded'][number]>({
      name: words.sheets.excluded,
      title: words.excludedTitle,
      intro: words.excludedIntro,
      nothing: words.excludedIntro,
      example,
      orientation: 'portrait',
      columns: [
        { header: words.columns.caseId, width: 30, value: ({ caseId }) => caseId },
        { header: words.reason, width: 60, value: ({ reason }) => reason },
      ],
      rows: excluded,
    }),
  ];
}

function pythonSheet({ record }: VerificationSource): Sheet {
  const lines = (texts: readonly string[]): readonly SheetRow[] => texts.map((text) => textRow(text, 'text', 1));
  const systematic = record.plan.parts.some(isSystematic);
  return {
    name: words.sheets.python,
    widths: [150],
    orientation: 'landscape',
    rows: [
      textRow(words.pythonTitle, 'title', 1),
      textRow(words.pythonIntro, 'muted', 1),
      textRow(words.pythonTicket, 'heading', 1),
      ...lines(pythonLines.ticket),
      ...(systematic ? [textRow(words.pythonSystematic, 'heading', 1), ...lines(pythonLines.systematic)] : []),
    ],
  };
}

function kindOf(part: PlanPart): string {
  if (part.kind === 'targeted') return words.kinds.targeted;
  if (isCensus(part)) return words.kinds.everything;
  return isSystematic(part) ? words.kinds.systematic : words.kinds.ticket;
}

function ruleText(rule: NonNullable<Extract<PlanPart, { kind: 'targeted' }>['rule']>): string {
  if (typeof rule === 'string') return ruleName(rule);
  return `${rule.name} (${describeConditions(rule.where.map(withoutNames))})`;
}

function ruleName(name: string): string {
  const names: Readonly<Record<string, string>> = targetedRuleWords;
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

/** A stratum as the sheet may name it. */
function stratumName({ plan, strata }: DrawRecord, partIndex: number, name: string): string {
  if (name === '') return words.wholeFrame;
  const part = plan.parts[partIndex];
  if (part === undefined || !byCaseworker(part)) return ruleName(name);
  const names = strata.filter((stratum) => stratum.partIndex === partIndex);
  return words.caseworker(names.findIndex((stratum) => stratum.name === name) + 1);
}

function byCaseworker(part: PlanPart): boolean {
  return part.kind === 'random' && part.stratifyBy === 'caseworker';
}

/** The condition without the names it may hold. */
function withoutNames(filter: CaseFilter): CaseFilter {
  if (!['caseworker', 'child_name', 'cpr'].includes(filter.field)) return filter;
  if ('oneOf' in filter) return { ...filter, oneOf: [words.hiddenValue] };
  return 'noneOf' in filter ? { ...filter, noneOf: [words.hiddenValue] } : filter;
}

function remarkOf({ replaced }: DrawRecord, caseId: string): string | null {
  const out = replaced.find((step) => step.caseId === caseId);
  const came = replaced.find((step) => step.replacedBy === caseId);
  const texts = [
    came === undefined ? '' : words.replaces(came.caseId),
    out === undefined ? '' : words.replaced(out.replacedBy, replacementWords[out.reason]),
  ].filter((text) => text !== '');
  return texts.length === 0 ? null : texts.join('. ');
}

function whole(count: number): string {
  return formatCount(count, 0);
}
