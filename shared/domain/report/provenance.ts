import { provenanceWords as words } from '../../words/provenance.ts';
import { reportSetWords as setWords } from '../../words/report-set.ts';
import { formatDanish } from '../calendar/format.ts';
import { maskRealCpr } from '../importing/mask-cpr.ts';
import { shortFingerprint } from './round-facts.ts';
import { labelRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import type { CellValue, SheetRow } from './workbook.ts';

/** All that a provenance reads of a round. */
export type ProvenanceSource = Pick<ReportSource, 'programVersion' | 'template' | 'record' | 'today' | 'together'>;

interface Fact {
  readonly label: string;
  readonly value: CellValue;
  /** As it stands in running text; the program and its checklist say themselves what they are. */
  readonly text: string;
}

/**
 * What it takes to make a report again, a row each: program version, checklist and edition, the fingerprint of the
 * export, seed and draw number (of each round of a set), and the day of the last change to the data.
 * A report that may show no seed passes null; a CPR number that someone typed as one is masked.
 */
export function provenanceRows(source: ProvenanceSource, seed?: string | null): readonly SheetRow[] {
  return factsOf(source, seed).map(({ label, value }) => labelRow(label, value));
}

/** The same in one line, for the foot of a page. */
export function provenanceLine(source: ProvenanceSource, seed?: string | null): string {
  return words.line(factsOf(source, seed).map(({ text }) => text));
}

function factsOf(source: ProvenanceSource, seed: string | null = source.record.seed): readonly Fact[] {
  const { programVersion, template, record, today } = source;
  const program = words.programText(programVersion);
  const checklist = words.templateText(template.title, template.edition);
  const day = formatDanish(today);
  const draws = source.together?.map(({ label, source: { record: own } }) => {
    const facts = drawFacts(own, seed === null ? null : own.seed).map(({ text }) => text);
    return { ...named(label, setWords.draw(facts)), text: `${label}: ${setWords.draw(facts)}` };
  });
  return [
    { label: words.program, value: program, text: program },
    { label: words.template, value: checklist, text: checklist },
    ...(draws ?? drawFacts(record, seed)),
    { label: words.dataAsOf, value: { date: today }, text: words.fact(words.dataAsOf, day) },
  ];
}

/** What repeats one draw. */
export function drawFacts(record: ProvenanceSource['record'], seed: string | null): readonly Fact[] {
  return [
    named(words.fingerprint, shortFingerprint(record.populationFingerprint)),
    named(words.seed, seed === null ? words.seedHidden : maskRealCpr(seed)),
    named(words.drawNumber, record.drawNumber),
  ];
}

function named(label: string, value: string | number): Fact {
  return { label, value, text: words.fact(label, String(value)) };
}
