import { addDays, addMonths, ageAt, compareMoments, type LocalDate } from '../calendar/local-date.ts';
import { type ExportColumn, familyNames, givenNames, placementForms, reporters, teams } from './municipality.ts';
import { type RandomSource, randomSource } from './random-source.ts';

/** One line of the example export: iso dates, several dates of a column in one list. */
export type ExampleCase = Readonly<Partial<Record<ExportColumn, string | readonly string[]>>>;

export interface MunicipalityPlan {
  readonly seed: number;
  readonly cases: number;
  /** The day of the export; nothing but the next follow-up lies after it. */
  readonly asOf: LocalDate;
}

/**
 * A synthetic municipality: cases opened over three years, with the errors that the national Task Force and
 * Børnesagsbarometret found again and again, at about their shares (assessment within 4 months 50-60 %, conversation
 * before the decision 61-65 %, follow-up within 3 months 44-75 %, reports within 24 hours 88-96 %).
 * The same plan gives the same cases on every machine.
 */
export function generateMunicipality({ seed, cases, asOf }: MunicipalityPlan): ExampleCase[] {
  const random = randomSource(seed);
  return Array.from({ length: cases }, (_, index) => generateCase(random, index + 1, asOf));
}

const threeYears = 1_095;

function generateCase(random: RandomSource, number: number, asOf: LocalDate): ExampleCase {
  const opened = addDays(asOf, -random.whole(1, threeYears));
  const placed = random.chance(0.3);
  const team = random.pick(teams);
  const birth = birthDate(random, opened, team.name === 'Ungeteamet' ? 14 : 0, team.name === 'Ungeteamet' ? 17 : 15);
  const story: Story = { random, asOf, opened, placed, birth };
  const report = reportOf(story);
  const assessment = assessmentOf(story);
  const decision = decisionOf(story, assessment['BFU afsluttet']);
  const effort = decision === null ? {} : effortOf(story, decision);
  const closed = decision !== null && random.chance(0.3) ? addDays(decision, random.whole(120, 500)) : null;
  const isClosed = closed !== null && closed <= asOf;
  return {
    Sagsnummer: `${opened.slice(0, 4)}-${String(number).padStart(5, '0')}`,
    'CPR-nummer': fictiveCpr(random, birth),
    'Barnets navn': `${random.pick(givenNames)} ${random.pick(familyNames)}`,
    Rådgiver: random.pick(team.caseworkers),
    Team: team.name,
    Sagstype: placed ? 'Anbringelse' : 'Forebyggende',
    Status: isClosed ? 'Afsluttet' : 'Åben',
    Oprettet: opened,
    ...(isClosed ? { Afsluttet: closed } : {}),
    ...report,
    ...assessment,
    ...effort,
    ...(random.chance(0.4) ? { 'Familie-ID': `F-${random.whole(1000, 2400)}` } : {}),
  };
}

interface Story {
  readonly random: RandomSource;
  readonly asOf: LocalDate;
  readonly opened: LocalDate;
  readonly placed: boolean;
  readonly birth: LocalDate;
}

function birthDate(random: RandomSource, opened: LocalDate, youngest: number, oldest: number): LocalDate {
  return addDays(addMonths(opened, -12 * random.whole(youngest, oldest)), -random.whole(1, 360));
}

/** Day of birth + 60: such numbers are reserved for tests and belong to nobody. */
function fictiveCpr(random: RandomSource, birth: LocalDate): string {
  const [year = '', month = '', day = ''] = birth.split('-');
  const seventh = Number(year) < 2000 ? random.whole(0, 3) : random.whole(5, 8);
  return `${Number(day) + 60}${month}${year.slice(2)}-${seventh}${String(random.whole(0, 999)).padStart(3, '0')}`;
}

function happened(story: Story, date: LocalDate): LocalDate | null {
  return compareMoments(date, story.asOf) <= 0 ? date : null;
}

function dated(story: Story, column: ExportColumn, date: LocalDate): ExampleCase {
  const kept = happened(story, date);
  return kept === null ? {} : { [column]: kept };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function reportOf(story: Story): ExampleCase {
  const { random, opened } = story;
  const basis: ExampleCase = random.chance(0.94) ? { 'Opmærksom dato': opened } : {};
  const screening = random.chance(0.88) ? dated(story, 'Screening', addDays(opened, random.whole(0, 16))) : {};
  if (!random.chance(0.9)) {
    return { ...basis, ...screening };
  }
  const hour = random.whole(7, 21);
  const minute = twoDigits(random.whole(0, 59));
  const assessedAfter = random.chance(0.9) ? random.whole(1, 20) : random.whole(26, 90);
  const end = hour + assessedAfter;
  const assessedDay = happened(story, addDays(opened, Math.floor(end / 24)));
  const receipt = random.chance(0.86) ? dated(story, 'Kvittering sendt', addDays(opened, random.whole(1, 12))) : {};
  return {
    ...basis,
    ...screening,
    ...receipt,
    Underretter: random.pick(reporters),
    'Underretning modtaget': `${opened}T${twoDigits(hour)}:${minute}`,
    ...(random.chance(0.97) && assessedDay !== null
      ? { '24-timers vurdering': `${assessedDay}T${twoDigits(end % 24)}:${minute}` }
      : {}),
  };
}

function assessmentOf(story: Story): ExampleCase {
  const { random, opened, placed } = story;
  if (!random.chance(placed ? 0.92 : 0.72)) {
    return {};
  }
  const start = addDays(opened, random.whole(5, 42));
  const late = random.chance(0.42);
  const end = late ? addDays(addMonths(opened, 4), random.whole(3, 110)) : addDays(opened, random.whole(60, 118));
  const limit = addMonths(opened, 4);
  const finished = random.chance(0.93) ? dated(story, 'BFU afsluttet', end) : {};
  return {
    ...dated(story, 'BFU startet', start),
    ...finished,
    ...(late && random.chance(0.45) ? dated(story, 'Foreløbig vurdering', addDays(limit, -random.whole(0, 10))) : {}),
  };
}

function decisionOf(story: Story, assessed: ExampleCase[ExportColumn]): LocalDate | null {
  const { random, opened } = story;
  const from = typeof assessed === 'string' ? (assessed as LocalDate) : addDays(opened, 30);
  return random.chance(0.92) ? happened(story, addDays(from, random.whole(2, 35))) : null;
}

function legalBasis({ random, placed }: Story, decision: LocalDate): string {
  const oldLaw = decision < '2024-01-01';
  if (placed) {
    const consent = random.chance(0.88);
    return oldLaw ? (consent ? '§ 52, stk. 3, nr. 7' : '§ 58') : consent ? '§ 46' : '§ 47';
  }
  return oldLaw ? `§ 52, stk. 3, nr. ${random.pick([2, 3, 6])}` : `§ 32, stk. 1, nr. ${random.pick([2, 3, 5])}`;
}

function effortOf(story: Story, decision: LocalDate): ExampleCase {
  const { random, placed, birth } = story;
  const start = addDays(decision, random.whole(2, 30));
  const basis = legalBasis(story, decision);
  const withConsent = basis !== '§ 47' && basis !== '§ 58';
  const consent = withConsent && random.chance(0.93) ? addDays(decision, -random.whole(0, 10)) : null;
  return {
    Paragraf: basis,
    Afgørelsesdato: decision,
    ...(random.chance(0.9) ? dated(story, 'Afgørelse sendt', addDays(decision, random.whole(0, 9))) : {}),
    ...(consent === null ? {} : dated(story, 'Samtykke', consent)),
    ...talksOf(story, decision),
    ...dated(story, 'Indsats start', start),
    ...planOf(story, decision, withConsent),
    ...followUpsOf(story, start),
    ...(placed ? placementOf(story, start) : {}),
    ...(ageAt(birth, decision) >= 16 && random.chance(0.6) ? dated(story, 'Ungeplan', addDays(start, 40)) : {}),
    ...youthDecisionOf(story),
  };
}

function talksOf(story: Story, decision: LocalDate): ExampleCase {
  const { random } = story;
  const before = random.chance(0.64) ? [addDays(decision, -random.whole(3, 120))] : [];
  const after = random.chance(0.4) ? [addDays(decision, random.whole(10, 200))] : [];
  const talks = [...before, ...after].filter((date) => happened(story, date) !== null);
  return talks.length === 0 ? {} : { Børnesamtaler: talks };
}

function planOf(story: Story, decision: LocalDate, withConsent: boolean): ExampleCase {
  const { random, placed } = story;
  if (!random.chance(placed ? 0.85 : 0.6)) {
    return {};
  }
  const inTime = random.chance(0.82);
  if (!withConsent) {
    return dated(story, 'Barnets plan', addDays(decision, inTime ? -random.whole(1, 20) : random.whole(5, 60)));
  }
  const days = inTime ? random.whole(5, 85) : random.whole(95, 170);
  return dated(story, 'Barnets plan', addDays(decision, days));
}

function followUpsOf(story: Story, start: LocalDate): ExampleCase {
  const { random, asOf } = story;
  if (!random.chance(0.85)) {
    return {};
  }
  const dates: LocalDate[] = [];
  const first = random.chance(0.66) ? random.whole(50, 88) : random.whole(95, 190);
  for (let date = addDays(start, first); date <= asOf; date = addDays(date, random.whole(140, 210))) {
    dates.push(date);
  }
  const last = dates.at(-1);
  if (last === undefined) {
    return {};
  }
  return { Opfølgninger: dates, ...(random.chance(0.8) ? { 'Næste opfølgning': addMonths(last, 6) } : {}) };
}

function placementOf(story: Story, start: LocalDate): ExampleCase {
  const { random, asOf } = story;
  const visits: LocalDate[] = [];
  for (let date = addDays(start, random.whole(60, 190)); date <= asOf; date = addDays(date, random.whole(120, 260))) {
    visits.push(date);
  }
  return {
    ...dated(story, 'Anbringelse start', start),
    Anbringelsesform: random.pick(placementForms),
    ...(visits.length > 0 ? { Tilsynsbesøg: visits } : {}),
  };
}

/** A placed young person: the decision on youth support is due six months before the 18th birthday (§ 111). */
function youthDecisionOf(story: Story): ExampleCase {
  const { random, placed, birth } = story;
  const due = addMonths(birth, 12 * 18 - 6);
  if (!placed || !random.chance(0.7)) {
    return {};
  }
  return dated(story, 'Ungestøtte afgørelse', addDays(due, random.whole(-60, 60)));
}
