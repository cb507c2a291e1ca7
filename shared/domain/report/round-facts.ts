import { committeeFooterWords } from '../../words/committee-report.ts';
import { provenanceWords } from '../../words/provenance.ts';
import { reportSetWords } from '../../words/report-set.ts';
import { reportWords } from '../../words/report.ts';
import { formatDanish } from '../calendar/format.ts';
import { type LocalDate, parseIso, toDate } from '../calendar/local-date.ts';
import { buildFigures } from './build-figures.ts';
import type { Figures } from './figures.ts';
import type { ReportCase, ReportReview, ReportSource, TogetherRound } from './source.ts';

/** The figures of a round, before any reader's limits. */
export function figuresOf({
  template,
  record,
  cases,
  reviews,
}: Pick<ReportSource, 'template' | 'record' | 'cases' | 'reviews'>): Figures {
  const reasons = new Map(record.replaced.map(({ caseId, reason }) => [caseId, reason]));
  return buildFigures({
    template,
    plan: record.plan,
    strata: record.strata,
    cases: cases.filter(({ replacedBy }) => replacedBy === null).map(({ drawn }) => drawn),
    replaced: cases.flatMap(({ drawn, replacedBy }) => {
      const reason = reasons.get(drawn.caseId);
      return replacedBy === null || reason === undefined ? [] : [{ ...drawn, reason }];
    }),
    reviews,
  });
}

/** What the report covers, in words: the name of the round, or the day deadlines were judged on. */
export function periodOf({ round, record }: ReportSource): string {
  return round.name.trim() === '' ? reportWords.asOf(danishDay(record.asOf)) : round.name.trim();
}

/** The department and the municipality, as far as they are filled in. */
export function unitOf({ profile }: Pick<ReportSource, 'profile'>): string {
  return [profile.department, profile.municipality].filter((name) => name.trim() !== '').join(', ');
}

/** The foot of the committee's pages: what they are about, the draw, and the checklist. */
export function committeeFooter({ record, template, together }: ReportSource, name: string): string {
  const checklist = provenanceWords.templateText(template.title, template.edition);
  return together === undefined
    ? committeeFooterWords(name, record.drawNumber, shortFingerprint(record.populationFingerprint), checklist)
    : [name, reportSetWords.footer(together.length), checklist].filter(Boolean).join(', ');
}

/** How the draws of a set are added up. */
export function drawsIntro(rounds: readonly TogetherRound[]): string {
  const units = rounds.flatMap((round) => [...round.units]);
  return reportSetWords.drawsIntro(rounds.length, new Set(units).size < units.length);
}

/** `31-01-2026` for an ISO date or instant; as it stands where it is neither. */
export function danishDay(iso: string): string {
  const date = dayOf(iso);
  return date === null ? iso : formatDanish(date);
}

/** The calendar day at the start of an ISO date or instant. */
export function dayOf(iso: string): LocalDate | null {
  const moment = parseIso(iso.slice(0, 10));
  return moment === null ? null : toDate(moment);
}

/** The start of a fingerprint as people compare it: `8a1d f02e c7de 1071`. */
export function shortFingerprint(hex: string): string {
  return (hex.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
}

/** The cases of the round with what was answered in them; replaced cases are left out. */
export function reviewedCases({
  cases,
  reviews,
}: ReportSource): readonly { readonly row: ReportCase; readonly review: ReportReview }[] {
  const byId = new Map(reviews.map((review) => [review.caseId, review]));
  return cases.flatMap((row) => {
    const review = byId.get(row.drawn.caseId);
    return row.replacedBy !== null || review === undefined ? [] : [{ row, review }];
  });
}
