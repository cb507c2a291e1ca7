import type { FieldId } from '../domain/importing/fields.ts';

/** Where a rule stands in the law before and from 1 January 2024. Source: law-and-practice.md, sections 1 and 7.2. */
export const ruleLaw = {
  report: { serviceloven: 'serviceloven § 155, stk. 2', 'barnets-lov': 'barnets lov §§ 136-137' },
  receipt: { serviceloven: 'serviceloven § 155 b, stk. 1', 'barnets-lov': 'barnets lov §§ 136-137' },
  reassessment: { serviceloven: 'serviceloven § 155', 'barnets-lov': 'barnets lov §§ 136-137' },
  assessmentDuty: { serviceloven: 'serviceloven § 50', 'barnets-lov': 'barnets lov § 20, stk. 1' },
  assessment: { serviceloven: 'serviceloven § 50, stk. 7', 'barnets-lov': 'barnets lov § 20, stk. 3' },
  childTalk: { serviceloven: 'serviceloven § 48', 'barnets-lov': 'barnets lov § 5, stk. 3' },
  party: { serviceloven: 'serviceloven § 72', 'barnets-lov': 'barnets lov § 3' },
  consent: { serviceloven: 'serviceloven § 52', 'barnets-lov': 'barnets lov §§ 32, stk. 2, og 46' },
  planDuty: { serviceloven: 'serviceloven § 140', 'barnets-lov': 'barnets lov § 91, stk. 1' },
  plan: { serviceloven: 'serviceloven § 140', 'barnets-lov': 'barnets lov § 91' },
  firstFollowUp: { serviceloven: 'serviceloven § 70, stk. 1', 'barnets-lov': 'barnets lov § 95, stk. 2' },
  followUp: { serviceloven: 'serviceloven § 70, stk. 2', 'barnets-lov': 'barnets lov § 95' },
  assessmentFirst: {
    serviceloven: 'serviceloven §§ 52 og 58',
    'barnets-lov': 'barnets lov §§ 46, stk. 3, og 47, stk. 2',
  },
  visits: { serviceloven: 'serviceloven § 148', 'barnets-lov': 'barnets lov § 156, stk. 5' },
  contact: { serviceloven: 'serviceloven § 71', 'barnets-lov': 'barnets lov § 104, stk. 5' },
  returnHome: { serviceloven: 'serviceloven § 68', 'barnets-lov': 'barnets lov § 100' },
  youthPlan: { serviceloven: 'serviceloven § 140', 'barnets-lov': 'barnets lov § 108' },
  youthSupport: { serviceloven: 'serviceloven § 68, stk. 11', 'barnets-lov': 'barnets lov § 111' },
} as const;

/** One date of a field whose name is in the plural, or names the date. */
export const singleDateWords = {
  child_talk_dates: 'børnesamtale',
  followup_dates: 'opfølgning',
  visit_dates: 'personrettet tilsyn',
  consent_date: 'samtykke',
} as const satisfies Partial<Record<FieldId, string>>;

/** Sentences that several rules use. */
export const commonRuleWords = {
  missing: 'Mangler dato: {fields}.',
  mayBeMissing: 'Registreringen kan mangle: se efter i journalen.',
  future: '{field} {date} ligger efter {asOf} og regnes som ikke sket endnu.',
  wrongOrder: '{later} {laterDate} ligger før {earlier} {earlierDate}: datoerne passer ikke sammen.',
} as const;

export const reportRuleWords = {
  registered: 'Underretning modtaget {received}: dato og klokkeslæt er registreret.',
  noTime: 'Underretning modtaget {received}: klokkeslættet mangler, så fristen på 24 timer kan ikke måles præcist.',
  assessed: 'Modtaget {received}, vurderet {assessed}: {length} (frist 24 timer, {law}).',
  assessedSameDay: 'Modtaget {received}, vurderet {assessed}: samme dag (frist 24 timer, {law}).',
  assessedNextDay:
    'Modtaget {received}, vurderet {assessed}: næste dag. Uden begge klokkeslæt kan det ikke ses, om fristen på 24 timer er holdt ({law}).',
  assessedClock:
    'Modtaget {received}, vurderet {assessed}: {least} eller {most}, fordi uret blev stillet tilbage om natten (frist 24 timer, {law}).',
  notAssessed: 'Modtaget {received}: ingen vurdering er registreret, og fristen på 24 timer er udløbet ({law}).',
  notYetAssessed:
    'Modtaget {received}: ingen vurdering er registreret. Fristen på 24 timer er måske ikke udløbet {asOf} ({law}).',
  before2013: 'Modtaget {received}: fristen på 24 timer gælder for underretninger fra 01-10-2013.',
  acted: 'Modtaget {received}, {action} {date}: inden for et døgn. Om underretningen var akut, ses ikke af udtrækket.',
  actions: { placement_start: 'anbragt', decision_date: 'afgørelse truffet' },
  acuteUnknown: 'Modtaget {received}: udtrækket viser ikke, om underretningen blev vurderet som akut.',
  receipt: 'Modtaget {received}, kvittering sendt {sent} (frist 6 hverdage: {limit}, {law}).',
  receiptSaturday:
    'Modtaget {received}, kvittering sendt {sent}: holdt, hvis lørdag ikke tæller som hverdag, ellers for sent (6 hverdage, {law}).',
  receiptOpen: 'Modtaget {received}: ingen kvittering er registreret, fristen er {limit} (6 hverdage, {law}).',
  anonymous: 'Underretteren er anonym, så der er ingen at kvittere til.',
  screened: 'Screening {screening} (barnets lov § 18).',
  screenedAfterReport:
    'Underretning {received}, screening {screening}: {length} (lokal frist 14 dage, barnets lov § 18).',
  screeningSel: 'Underretning {received}: serviceloven havde ikke screening som et særskilt trin.',
  duringSupport:
    'Underretning {received} under en indsats, der begyndte {start}: spørgsmålet er relevant, men kan ikke besvares ud fra datoer ({law}).',
  notDuringSupport: 'Ingen underretning ligger inden for en registreret indsats eller anbringelse.',
  repeated:
    '{count} underretninger inden for 24 måneder ({dates}): spørgsmålet er relevant. Søskendes underretninger ses ikke af udtrækket.',
  notRepeated: 'Kun én underretning inden for 24 måneder. Søskendes underretninger ses ikke af udtrækket.',
  nextStep:
    'Underretning {received}, næste skridt {step} {date}: {length} (lokal frist 14 dage, retssikkerhedsloven § 3).',
  noNextStep: 'Underretning {received}: intet senere skridt er registreret (retssikkerhedsloven § 3).',
} as const;

export const assessmentRuleWords = {
  startLabels: {
    awareness_date: 'Opmærksom',
    report_received_at: 'Underretning',
    bfu_start: 'Undersøgelse startet',
  },
  begun: 'Undersøgelse registreret {date} ({law}).',
  notBegun: 'Sagen er mærket ({marks}), men ingen undersøgelse er registreret ({law}).',
  marks: { abuse_flag: 'overgreb', placement: 'anbringelse' },
  dutyUnknown: 'Udtrækket viser ikke, om loven kræver en børnefaglig undersøgelse ({law}).',
  finished: '{label} {start}, afsluttet {end}: {length} (frist 4 måneder, {law}).',
  unfinishedLate: '{label} {start}, ikke afsluttet {asOf}: {length} (frist 4 måneder, {law}).',
  unfinished: '{label} {start}, ikke afsluttet {asOf}: fristen er {limit} (4 måneder, {law}).',
  noAssessment:
    '{label} {start}, men hverken start eller afslutning på en undersøgelse er registreret. Fristen på 4 måneder gælder kun, hvis der skulle laves en undersøgelse ({law}).',
  fromReport: 'Regnet fra underretningen, fordi datoen for, hvornår kommunen blev opmærksom, mangler.',
  fromStart: 'Mildere mål: regnet fra undersøgelsens start, fordi tidligere datoer mangler.',
  provisionalNotNeeded: 'Fristen på 4 måneder er ikke overskredet, så en foreløbig vurdering er ikke påkrævet ({law}).',
  provisional: 'Frist {limit} overskredet, foreløbig vurdering {date} ({law}).',
  noProvisional: 'Frist {limit} overskredet, og ingen foreløbig vurdering er registreret ({law}).',
  notPlaced: 'Barnet er ikke registreret som anbragt.',
  beforePlacement: 'Undersøgelse afsluttet {end}, anbringelse besluttet {decision} ({law}).',
  afterPlacement:
    'Undersøgelse afsluttet {end}, efter at anbringelsen blev besluttet {decision}: var den akut eller foreløbig? ({law})',
  placedWithout: 'Anbringelse besluttet {decision}, og ingen afsluttet undersøgelse er registreret ({law}).',
} as const;

export const involvementRuleWords = {
  talked: 'Samtale med barnet {talk}, afgørelse {decision}: inden for de 6 måneder før afgørelsen ({law}).',
  notTalked: 'Ingen samtale registreret i de 6 måneder før afgørelsen {decision} ({law}).',
  latestTalk: 'Seneste samtale {talk}.',
  talkedWithinYear: 'Samtale med barnet {talk}, inden for de seneste 12 måneder. Afgørelsesdatoen mangler ({law}).',
  party: 'Barnet var {age} år ved afgørelsen {decision}: part fra {limit} år, så spørgsmålet er relevant ({law}).',
  notParty: 'Barnet var {age} år ved afgørelsen {decision}: under {limit} år ({law}).',
  basisKnown: 'Hjemmel: {basis}. Om det er den rigtige bestemmelse, ses kun af afgørelsen.',
  basisUnknown: 'Hjemmel: {basis}. Bestemmelsen er ikke genkendt.',
  basisMissing: 'Hjemmel mangler i udtrækket.',
  withoutConsent: 'Anbringelse uden samtykke: samtykke kræves ikke ({basis}).',
  consented: 'Samtykke {consent}, {what} {start} ({law}).',
  consentedYouth:
    'Samtykke {consent}, {what} {start}. Den unge var {age} år: den unges eget samtykke skal også ses i sagen ({law}).',
  consentLate: 'Samtykke {consent}, {length} efter {what} {start} ({law}).',
} as const;

export const planRuleWords = {
  hasPlan: 'Barnets plan {plan} ({law}).',
  noPlanSupport: 'Ingen plan er registreret. Ved støtte skal det ses i sagen, at en plan er overvejet ({law}).',
  noPlanSel: 'Ingen handleplan er registreret, afgørelse {decision} ({law}).',
  notSupport: 'Afgørelsen gælder ikke støtte efter § 32.',
  onTime: 'Afgørelse {decision}, plan {plan} (frist {limit}: {rule}, {law}).',
  late: 'Afgørelse {decision}, plan {plan}: {length} efter fristen {limit} ({rule}, {law}).',
  rules: {
    before: 'før afgørelsen',
    threeMonths: 'senest 3 måneder efter afgørelsen',
    unknown: 'før afgørelsen uden samtykke, ellers senest 3 måneder efter',
    sel: 'før afgørelsen, i hastetilfælde senest 4 måneder efter',
  },
  consentUnknown:
    'Afgørelse {decision}, plan {plan}: i tide med samtykke, for sent uden samtykke. Hjemlen viser ikke hvilken ({law}).',
  urgent: 'Afgørelse {decision}, plan {plan}: efter afgørelsen, men inden 4 måneder. Hasteundtagelse? ({law})',
  open: 'Afgørelse {decision}: ingen plan er registreret, fristen er {limit} ({rule}, {law}).',
  none: 'Mangler dato: barnets plan. Afgørelse {decision}, fristen var {limit} ({rule}, {law}).',
  noneSupport:
    'Mangler dato: barnets plan. Ved støtte gælder fristen på 3 måneder kun, hvis en plan er besluttet (afgørelse {decision}, {law}).',
  noReturn: 'Ingen hjemgivelse er registreret.',
  returned: 'Hjemgivelse {home}, periode til {end}, plan revideret {revised} (højst 6 måneder, {law}).',
  returnedTooLong: 'Hjemgivelse {home}, periode til {end}: {length} ud over 6 måneder ({law}).',
  returnedPlanLate: 'Hjemgivelse {home}, plan revideret {revised}: {length} efter hjemgivelsen ({law}).',
  youthPlan: 'Ungeplan {plan} ({law}).',
  youthPlanAsk: 'Den unge er {age} år og får støtte eller er anbragt: er der taget stilling til en ungeplan? ({law})',
  youthPlanYoung: 'Barnet er {age} år: ungeplan overvejes fra 16 år ({law}).',
  youthPlanNoSupport: 'Hverken støtte eller anbringelse er registreret {asOf}.',
} as const;

export const followUpRuleWords = {
  starts: { support_start: 'Indsats begyndt', placement_start: 'Anbringelse begyndt' },
  reasons: { months: '3 måneder', assessment: 'undersøgelsen blev afsluttet' },
  first: '{label} {start}, første opfølgning {followUp} (frist {due}: {reason}, {law}).',
  firstLate: '{label} {start}, første opfølgning {followUp}: {length} efter fristen {due} ({reason}, {law}).',
  firstNone: '{label} {start}, ingen opfølgning registreret {asOf}: {length} efter fristen {due} ({reason}, {law}).',
  firstNotDue: '{label} {start}: første opfølgning skal ske senest {due} ({reason}, {law}).',
  endedBefore: '{label} {start}, afsluttet {end} før fristen for første opfølgning {due} ({law}).',
  noFollowUp: 'Ingen opfølgning er gennemført endnu: se første opfølgning.',
  rhythm: 'Første opfølgning {followUp}, næste aftalt {next} ({law}).',
  rhythmUnknown: 'Første opfølgning {followUp}: ingen næste dato er registreret ({law}).',
  rhythmSel: 'Første opfølgning {followUp}: serviceloven krævede ikke en besluttet kadence.',
  agreedKept: 'Aftalt opfølgning {next}, gennemført {followUp} ({law}).',
  agreedLate: 'Aftalt opfølgning {next}, gennemført {followUp}: {length} for sent ({law}).',
  agreedMissed: 'Aftalt opfølgning {next} er ikke gennemført {asOf}; seneste opfølgning {followUp} ({law}).',
  gapsKept: '{count} opfølgninger; længste afstand {length} ({law}).',
  notDueYet: 'Kun én opfølgning ({followUp}); den næste er ikke forfalden ({law}).',
  gapLate: 'Fra opfølgning {from} til {to}: {length} (højst 6 måneder, {law}).',
  gapLong:
    'Fra opfølgning {from} til {to}: {length}. En yderste grænse på 12 måneder bør kontrolleres af jurist ({law}).',
} as const;

export const placementRuleWords = {
  notPlaced: 'Barnet er ikke registreret som anbragt i de seneste 12 måneder før {asOf}.',
  shortly: 'Anbragt {start}, under 6 måneder: to besøg om året kan ikke kræves endnu ({law}).',
  visits: '{count} tilsynsbesøg fra {from} til {to} (krav: {required}, {law}).',
  visitDates: 'Besøg: {dates}.',
  talkAll: 'Samtale med barnet ved alle {count} registrerede tilsynsbesøg ({law}).',
  talkSome: 'Samtale med barnet ved {count} af {all} registrerede tilsynsbesøg ({law}).',
  talkNone: 'Ingen samtale med barnet ved de {count} registrerede tilsynsbesøg ({law}).',
  talkUnknown: 'Udtrækket viser ikke, om der blev talt med barnet ved tilsynet ({law}).',
  contact: 'Udtrækket har ingen datoer for ophør af samvær; højst 8 uger efter barnets ønske ({law}).',
  noPlacement: 'Barnet er ikke registreret som anbragt.',
  youthDecision: 'Fylder 18 år {birthday}, afgørelse om ungestøtte {decision} (frist {limit}, {law}).',
  youthDecisionLate:
    'Fylder 18 år {birthday}, afgørelse om ungestøtte {decision}: {length} efter fristen {limit} ({law}).',
  youthDecisionNone: 'Mangler dato: afgørelse om ungestøtte. Fylder 18 år {birthday}, fristen var {limit} ({law}).',
  youthNotYet: 'Fylder 18 år {birthday}: fristen for afgørelse om ungestøtte er {limit} ({law}).',
  youthNotPlaced: 'Ikke anbragt ved fristen for afgørelse om ungestøtte {limit}.',
} as const;

export const recordRuleWords = {
  noteDates: 'Udtrækket viser ikke, hvornår notaterne er skrevet. Offentlighedsloven § 13 har intet antal dage.',
} as const;
