import type { DateCheckRule, DateCheckVerdict } from '../domain/population/date-check.ts';
import { ruleLaw } from './date-rules.ts';

/** The value of a case where the export says nothing; also the name of the stratum of such cases. */
export const notStated = '(ikke oplyst)';

/** How a filter may write a yes/no field. */
export function flagTexts(flag: boolean): readonly string[] {
  return flag ? ['true', 'ja'] : ['false', 'nej'];
}

/** One rule of the date check in words. */
export interface DateRuleWords {
  readonly name: string;
  readonly requirement: string;
  readonly law: string;
  /** True where the reference, the paragraph or the reach of the rule has not been verified in the text of the law. */
  readonly lawyerCheck: boolean;
}

function lawBeforeAndAfter(requirement: keyof typeof ruleLaw): string {
  const { serviceloven, 'barnets-lov': barnetsLov } = ruleLaw[requirement];
  return `${barnetsLov} (før 2024: ${serviceloven})`;
}

/** The rules of the check over all cases. Source: law-and-practice.md, section 7.2; the mark [M] there asks for a lawyer. */
export const dateRuleWords = {
  R01: {
    name: 'Underretning vurderet inden for 24 timer',
    requirement: 'Vurderet senest 24 timer efter modtagelsen. Uden klokkeslæt regnes i dage.',
    law: lawBeforeAndAfter('report'),
    lawyerCheck: true,
  },
  R02: {
    name: 'Kvittering sendt inden for 6 hverdage',
    requirement: 'Kvittering til underretteren senest 6 hverdage efter modtagelsen.',
    law: lawBeforeAndAfter('receipt'),
    lawyerCheck: true,
  },
  R03: {
    name: 'Screening efter underretning',
    requirement: 'Screening registreret. 14 dage er en lokal frist, så en senere screening er uklar, ikke et brud.',
    law: 'barnets lov § 18',
    lawyerCheck: true,
  },
  R06: {
    name: 'Undersøgelse, hvor sagen kræver det',
    requirement: 'En sag med overgreb eller anbringelse har en børnefaglig undersøgelse.',
    law: lawBeforeAndAfter('assessmentDuty'),
    lawyerCheck: false,
  },
  R07: {
    name: 'Undersøgelse afsluttet inden for 4 måneder',
    requirement: 'Afsluttet senest 4 måneder efter, at kommunen blev opmærksom på behovet.',
    law: lawBeforeAndAfter('assessment'),
    lawyerCheck: false,
  },
  R08: {
    name: 'Foreløbig vurdering, når 4 måneder ikke holdes',
    requirement: 'Foreløbig vurdering senest 4 måneder efter start, hvor undersøgelsen ikke blev færdig.',
    law: lawBeforeAndAfter('assessment'),
    lawyerCheck: false,
  },
  R09: {
    name: 'Samtale med barnet før afgørelsen',
    requirement: 'En børnesamtale i de 6 måneder før afgørelsen. De 6 måneder er en lokal grænse.',
    law: lawBeforeAndAfter('childTalk'),
    lawyerCheck: false,
  },
  R12: {
    name: 'Samtykke før indsatsen begyndte',
    requirement: 'Samtykke senest den dag, støtten eller anbringelsen begyndte.',
    law: lawBeforeAndAfter('consent'),
    lawyerCheck: false,
  },
  R13: {
    name: 'Barnets plan findes',
    requirement: 'Der er en plan, eller det ses, at en plan er overvejet.',
    law: lawBeforeAndAfter('planDuty'),
    lawyerCheck: false,
  },
  R14: {
    name: 'Barnets plan til tiden',
    requirement: 'Plan før afgørelsen eller senest 3 måneder efter; hvilken frist følger af hjemlen.',
    law: lawBeforeAndAfter('plan'),
    lawyerCheck: false,
  },
  R15: {
    name: 'Første opfølgning til tiden',
    requirement: 'Første opfølgning senest 3 måneder efter start, eller når undersøgelsen er færdig.',
    law: lawBeforeAndAfter('firstFollowUp'),
    lawyerCheck: false,
  },
  R16: {
    name: 'Næste opfølgning aftalt',
    requirement: 'En dato for næste opfølgning er sat ved den første.',
    law: 'barnets lov § 95, stk. 3',
    lawyerCheck: false,
  },
  R17: {
    name: 'Løbende opfølgning holdt',
    requirement: 'Opfølgning til den aftalte dato; før 2024 højst 6 måneder mellem to opfølgninger.',
    law: lawBeforeAndAfter('followUp'),
    lawyerCheck: true,
  },
  R18: {
    name: 'Undersøgelse færdig før anbringelse',
    requirement: 'Undersøgelsen er afsluttet, når anbringelsen besluttes.',
    law: lawBeforeAndAfter('assessmentFirst'),
    lawyerCheck: false,
  },
  R19: {
    name: 'To personrettede tilsyn på et år',
    requirement: 'To besøg i de seneste 12 måneder; ét, hvor barnet har været anbragt i 6-12 måneder.',
    law: lawBeforeAndAfter('visits'),
    lawyerCheck: true,
  },
  R20: {
    name: 'Samtale med barnet ved tilsynet',
    requirement: 'Barnet er talt med ved alle registrerede personrettede tilsyn.',
    law: lawBeforeAndAfter('visits'),
    lawyerCheck: false,
  },
  R22: {
    name: 'Hjemgivelse inden for 6 måneder og med plan',
    requirement: 'Hjemgivelsesperioden er højst 6 måneder, og planen er revideret før hjemgivelsen.',
    law: lawBeforeAndAfter('returnHome'),
    lawyerCheck: false,
  },
  R23: {
    name: 'Ungeplan fra 16 år',
    requirement: 'Ungeplan, hvor en ung på mindst 16 år får støtte eller er anbragt.',
    law: lawBeforeAndAfter('youthPlan'),
    lawyerCheck: false,
  },
  R24: {
    name: 'Ungestøtte afgjort inden 17½ år',
    requirement: 'Afgørelse om ungestøtte senest 6 måneder før, en anbragt ung fylder 18 år.',
    law: lawBeforeAndAfter('youthSupport'),
    lawyerCheck: false,
  },
  R26: {
    name: 'Næste skridt efter underretning',
    requirement: 'Et skridt i sagen efter underretningen. 14 dage er en lokal frist, så senere er uklart.',
    law: 'retssikkerhedsloven § 3',
    lawyerCheck: true,
  },
} as const satisfies Readonly<Record<DateCheckRule, DateRuleWords>>;

/** What a rule is called; its number where it is not one of the check. */
export function dateRuleName(rule: string): string {
  const known: Readonly<Record<string, DateRuleWords>> = dateRuleWords;
  return Object.hasOwn(known, rule) ? (known[rule]?.name ?? rule) : rule;
}

export const dateCheckVerdictWords = {
  kept: 'Overholdt',
  broken: 'Ikke overholdt',
  missing: 'Mangler dato',
  unclear: 'Uklart',
  notRelevant: 'Ikke relevant',
} as const satisfies Readonly<Record<DateCheckVerdict, string>>;

/** The workbook of the date check. */
export const dateCheckBookWords = {
  title: 'Datokontrol af alle sager',
  subject: 'Kontrol af registrerede datoer',
  classification: 'Fortroligt: sagsnumre. Kun til ledelsen og rådgiverne i sagerne',
  footer: (file: string) => `Datokontrol, ${file}`,
  sheets: { summary: 'Datokontrol', cases: 'Sager', method: 'Metode' },
  lead: (cases: string, day: string) => `${cases} sager, opgjort ${day}`,
  purpose:
    'Opfølgning på lovmedholdelighed, som staten anbefaler ved siden af sagsgennemgangen. En kontrol af registrerede datoer, ikke en bedømmelse af sagerne.',
  columns: {
    rule: 'Nr.',
    name: 'Krav',
    requirement: 'Regel i ord',
    law: 'Lov',
    lawyer: 'Bør kontrolleres af jurist',
    answered: 'Med svar (n)',
    share: 'Overholdt i % af n',
    all: 'Sager i alt',
  },
  lawyerMark: 'ja',
  casesTitle: 'Sager, hvor et krav ikke er overholdt eller mangler en dato',
  casesIntro: 'En linje for hver sag og hvert krav. Se efter i journalen, før noget regnes for et brud.',
  casesNothing: 'Ingen sager: alle krav er overholdt, uklare eller ikke relevante.',
  caseColumns: {
    id: 'Sagsnummer',
    team: 'Team',
    name: 'Krav',
    rule: 'Nr.',
    verdict: 'Resultat',
    dates: 'Brugte datoer',
    days: 'Dage over fristen',
    words: 'Forklaring',
  },
  datesLine: (label: string, date: string) => `${label} ${date}`,
  methodTitle: 'Sådan er tallene gjort op',
  file: 'Fil',
  sha: 'Filens SHA-256',
  fingerprint: 'Sagslistens fingeraftryk',
  importedAt: 'Hentet',
  asOf: 'Opgjort pr.',
  rows: 'Linjer i filen',
  rowsLine: (total: string, header: string, blank: string, accepted: string, rejected: string) =>
    `${total} linjer = ${header} overskrift + ${blank} tomme + ${accepted} rækker + ${rejected} afvist`,
  unit: 'Enhed',
  unitText: (cases: string) => `Sag: hver af de ${cases} sager tæller én gang for hvert krav`,
  program: 'Program',
  listed: 'Linjer i arket Sager',
  listedAll: (count: string) => `Alle ${count}`,
  listedSome: (shown: string, all: string) =>
    `De første ${shown} af ${all}: først krav, der ikke er overholdt, derefter manglende datoer. Alle kan ses i programmet`,
  counting: 'Optælling',
  countingLines: [
    'Hver sag får ét resultat for hvert krav, så de fem antal giver sager i alt.',
    'Overholdt i % regnes kun af de sager, hvor datoerne giver svar (overholdt eller ikke overholdt): det er n. Med n under 10 vises ingen procent.',
    'Mangler dato er ikke det samme som ikke overholdt: datoen kan mangle i udtrækket og stå i journalen.',
    'Hændelser efter opgørelsesdagen regnes som ikke sket endnu. Loven følger hændelsens dato: serviceloven før 1. januar 2024, barnets lov derefter.',
    'Kontrollen ser kun på registrerede datoer. Den er ikke en bedømmelse af, om sagen er behandlet rigtigt, og siger intet om den enkelte rådgiver.',
    'Krav mærket "bør kontrolleres af jurist" hviler på en lovhenvisning eller en regnemåde, der ikke er efterprøvet i lovteksten.',
  ],
  leftOut: 'Krav, der ikke er med',
  leftOutLines: [
    'R00, R01b, R04, R05, R10 og R11 siger, om et spørgsmål er relevant, og kan ikke besvares af datoer.',
    'R21 (samvær) og R25 (notater) bruger datoer, som ingen udtræk har.',
  ],
} as const;
