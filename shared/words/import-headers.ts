import type { FieldId } from '../domain/importing/fields.ts';

/**
 * How case systems may call a column. Compared after folding (lower case, æ ø å as ae oe aa, without punctuation and
 * blanks), so one spelling stands for many. Alternatives are separated by `|`.
 *
 * `names`: the whole header. `weak`: the whole header, but it may mean something else. `parts`: all parts joined by
 * `+` occur in the header; a part of fewer than four letters must be a word of its own.
 * The same name may stand at several fields: the values of the column then decide.
 */
export interface HeaderWords {
  readonly names: string;
  readonly weak?: string;
  readonly parts?: string;
}

export const headerWords: Readonly<Record<FieldId, HeaderWords>> = {
  case_id: {
    names:
      'sagsnr|sagsnummer|sags id|sag id|sag nr|journalnr|journalnummer|journal nr|sagsreference|sagsref|sags nøgle|' +
      'sagsnøgle|sagsidentifikation|case id|case number|sags uuid|esdh sagsnr|esdh nr|løbenr|løbenummer',
    weak: 'id|sag|ref|reference|nøgle|uuid|nr|journal',
    parts: 'sagsnr|sagsnummer|sagsid|journalnr|journalnummer|sag+nr|sags+nr|sags+id|sag+nummer|sag+id',
  },
  cpr: {
    names: 'cpr|cpr nr|cpr nummer|personnr|personnummer|cpr barn|barnets cpr|borger cpr|civilregistreringsnummer',
    weak: 'person id|borger id|borgernr',
    parts: 'cpr|cprnr|cprnummer|personnr|personnummer',
  },
  birth_date: {
    names: 'fødselsdato|fødselsdag|født|født den|fødsels dato|fdato|f dato|barnets fødselsdato',
    parts: 'fødselsd|født+dato',
  },
  child_name: {
    names:
      'navn|barnets navn|barn|barnet|borger|borgers navn|borgernavn|barn ung|barnet den unge|den unge|barnenavn|' +
      'navn på barn|barnets fulde navn|fulde navn|den unges navn|klient|barn navn|person navn|personnavn',
    weak: 'ung|person|fornavn|efternavn',
    parts: 'barn+navn|barnets+navn|borger+navn|unge+navn',
  },
  caseworker: {
    names:
      'rådgiver|sagsbehandler|ansvarlig|ansvarlig rådgiver|ansvarlig sagsbehandler|socialrådgiver|familierådgiver|' +
      'børne- og ungerådgiver|børnerådgiver|ungerådgiver|myndighedsrådgiver|myndighedssagsbehandler|sagsansvarlig|' +
      'primær rådgiver|primær sagsbehandler|ansvarlig medarbejder|sagsbeh|sbh|tovholder|sagsejer|ansv rådgiver',
    weak: 'medarbejder|initialer|bruger|ejer|behandler',
    parts: 'sagsbehandler|rådgiver|sagsansvarlig|ansvarlig+medarbejder',
  },
  team: {
    names:
      'team|afdeling|enhed|distrikt|gruppe|organisatorisk enhed|org enhed|organisationsenhed|teamnavn|ansvarlig enhed|' +
      'ansvarlig afdeling|ansvarligt team|rådgivergruppe|sektion|lokalområde|myndighedsteam',
    weak: 'ansvarlig organisation|organisation|område|center|forvaltning|kontor',
    parts: 'team+navn|enhed+navn|afdeling+navn|sagsbehandler+team|rådgiver+team|sagsbehandler+enhed',
  },
  case_type: {
    names: 'sagstype|målgruppe|sagskategori|sagsart|sag type|sagens type|type af sag|sagsemne|indsatskategori',
    weak: 'kategori|type|emne|sagsområde',
    parts: 'sagstype|sagskategori|sags+type',
  },
  legal_basis: {
    names:
      'paragraf|hjemmel|bestemmelse|lovhjemmel|lovgrundlag|lovbestemmelse|lovparagraf|retsgrundlag|juridisk grundlag|' +
      'paragraffer|afgørelsesparagraf|bevillingsparagraf|lovgivning|lov og paragraf|juridisk hjemmel',
    weak: 'lov',
    parts: 'hjemmel|bestemmelse|paragraf',
  },
  status: { names: 'status|sagsstatus|sagens status|sag status|sagstilstand|tilstand', weak: 'fase|aktiv' },
  opened: {
    names:
      'oprettet|opr dato|sag oprettet|oprettelsesdato|oprettet dato|oprettelse|sagsstart|sag startet|sag start|sag åbnet|åbnet|' +
      'åbningsdato|opstartsdato|sagens startdato|sagsoprettelse|oprettet den|sag opstartet|dato for oprettelse',
    weak: 'startdato|start|opstart|fra|dato',
    parts: 'sag+oprettet|sags+oprettelse|sagen+oprettet|sag+start',
  },
  closed: {
    names:
      'afsluttet|sag afsluttet|afslutningsdato|lukket|sag lukket|sagsafslutning|sag slut|lukkedato|afsluttet dato|' +
      'afslutning|sagens slutdato|sagslut|sag ophørt|dato for afslutning|afsluttet den|sagen lukket',
    weak: 'slutdato|slut|til|ophørt|ophørsdato',
    parts: 'sag+afsluttet|sagen+afsluttet|sag+lukket|sags+afslutning',
  },
  report_received_at: {
    names:
      'underretning modtaget|modtaget underretning|underretningsdato|underretning dato|underretning|underretninger|' +
      'underretning indgået|indgået underretning|modtagelse af underretning|underretning registreret|' +
      'modtagelsestidspunkt|underretningstidspunkt|seneste underretning|dato for underretning|underretning ind',
    weak: 'henvendelse modtaget|modtaget|modtagelsesdato|modtaget dato|henvendelse|henvendelsesdato',
    parts:
      'underret+modtag|underret+dato|underret+indgå|underret+tidspunkt|underret+ankom|underret+registrer|' +
      'underret+indkom',
  },
  report_assessed_at: {
    names:
      '24-timers vurdering|24 timersvurdering|24 t vurdering|24t vurdering|24h vurdering|24 timer|underretning vurderet|' +
      'vurdering af underretning|akutvurdering|akut vurdering|døgnvurdering|straksvurdering|24-timers frist vurderet|' +
      'vurderet inden 24 timer|vurdering inden for 24 timer|underretning vurdering',
    weak: 'vurderet|vurderingsdato|vurdering',
    parts: 'underret+vurder|24+vurder|24+timer|24+timers|24t+vurder',
  },
  report_receipt_sent: {
    names:
      'kvittering sendt|kvittering|kvitteret|kvitteringsdato|kvitteringsbrev|kvitteringsskrivelse|underretning kvitteret|' +
      'kvittering til underretter|modtagelseskvittering|bekræftelse sendt|modtagelse bekræftet',
    parts: 'kvitter|underret+bekræft',
  },
  reporter_type: {
    names:
      'underretter|underrettertype|underretters type|underretters relation|underretningskilde|underretterkategori|' +
      'hvem har underrettet|underretning fra|kilde til underretning|type underretter|afsender af underretning',
    weak: 'kilde|afsender|henvender',
    parts: 'underretter+type|underretter+relation|underretter+kategori|underret+kilde',
  },
  awareness_date: {
    names:
      'opmærksom dato|opmærksomhedsdato|kendt fra|opmærksom|opmærksom på behov|kommunen opmærksom|blev opmærksom|' +
      'kendskabsdato|kendt dato|kendt siden|kendskab fra|behov konstateret|dato for kendskab|behov kendt',
    parts: 'opmærksom|kendskab+dato|kommunens+kendskab|behov+konstateret|kendt+fra',
  },
  screening_date: {
    names:
      'screening|screeningsdato|screenet|screening foretaget|§ 18 screening|§ 18|screening afsluttet|screening dato',
    parts: 'screening|screenet',
  },
  bfu_start: {
    names:
      'bfu startet|bfu start|bfustart|bfu påbegyndt|§ 50 start|§ 50 startet|undersøgelse start|undersøgelse startet|' +
      'undersøgelse påbegyndt|undersøgelse igangsat|undersøgelse fra|bfu fra|bfu igangsat|§ 20 start|bfu opstart|' +
      'børnefaglig undersøgelse start|børnefaglig undersøgelse startet|børnefaglig undersøgelse fra|start bfu',
    weak: 'bfu|børnefaglig undersøgelse|undersøgelse|§ 50|§ 20',
    parts:
      'bfu+start|bfu+startet|bfu+startdato|bfu+påbegyndt|bfu+igangsat|bfu+iværksat|bfu+opstart|undersøgelse+start|' +
      'undersøgelse+påbegynd|undersøgelse+igangsat|undersøgelse+iværksat|undersøgelse+fra|§+50+start|§+50+påbegynd|' +
      '§+20+start|§+20+påbegynd|§+50+igangsat|§+20+igangsat',
  },
  bfu_end: {
    names:
      'bfu afsluttet|bfu slut|bfuslut|bfu færdig|bfu til|§ 50 slut|§ 50 afsluttet|undersøgelse slut|undersøgelse til|' +
      'undersøgelse afsluttet|undersøgelse færdig|§ 20 slut|børnefaglig undersøgelse slut|slut bfu|' +
      'børnefaglig undersøgelse afsluttet|børnefaglig undersøgelse til|bfu udført',
    parts:
      'bfu+afslut|bfu+slut|bfu+slutdato|bfu+færdig|bfu+udført|undersøgelse+afslut|undersøgelse+slut|undersøgelse+til|' +
      'undersøgelse+færdig|undersøgelse+udført|§+50+slut|§+50+afslut|§+20+slut|§+20+afslut|§+50+færdig|§+20+færdig',
  },
  bfu_provisional: {
    names: 'foreløbig vurdering|foreløbig bfu|foreløbig undersøgelse|foreløbig konklusion|midlertidig vurdering',
    parts: 'foreløbig+vurder|foreløbig+undersøg|foreløbig+bfu',
  },
  child_talk_dates: {
    names:
      'børnesamtale|børnesamtaler|børnesamtale(r)|børnesamtale dato|samtale med barnet|samtale med barn|barnesamtale|' +
      'samtale med den unge|samtale barn ung|samtale med barnet den unge|samtaledato|seneste børnesamtale|ungesamtale|' +
      'dato for børnesamtale|samtale barn|samtaler med barnet|barnets samtale',
    weak: 'samtale|samtaler',
    parts: 'børnesamtale|barnesamtale|samtale+barn|samtale+unge|talt+barn',
  },
  decision_date: {
    names:
      'afgørelsesdato|afgørelse|afgørelse dato|dato for afgørelse|afgørelse truffet|afgørelse den|beslutningsdato|' +
      'bevillingsdato|afgjort|truffet afgørelse',
    weak: 'beslutning|bevilling',
    parts: 'afgørelse+dato|afgørelse+truffet|afgørelsesdato|beslutning+dato|bevilling+dato',
  },
  decision_sent: {
    names:
      'afgørelse sendt|afgørelsesbrev sendt|afgørelse udsendt|afgørelse meddelt|afgørelsesbrev|afgørelse afsendt|' +
      'afgørelse fremsendt|brev sendt',
    parts: 'afgørelse+sendt|afgørelse+udsend|afgørelse+meddel|afgørelse+brev|afgørelsesbrev+dato',
  },
  consent_date: {
    names:
      'samtykke|samtykkedato|samtykke dato|samtykke indhentet|dato for samtykke|samtykke modtaget|samtykke givet|' +
      'samtykke forældre|samtykke underskrevet|samtykkeerklæring',
    parts: 'samtykke',
  },
  support_start: {
    names:
      'indsats start|indsats startet|indsats fra|indsats startdato|indsats iværksat|indsats påbegyndt|bevilling fra|' +
      'bevilget fra|bevilling start|foranstaltning start|foranstaltning startet|foranstaltning fra|støtte start|' +
      'foranstaltning iværksat|støtte fra|ydelse start|ydelse fra|iværksættelsesdato|støttende indsats start|' +
      'startdato indsats|støttende indsats fra',
    weak: 'indsats|foranstaltning|iværksat|støttende indsats',
    parts:
      'indsats+start|indsats+fra|indsats+iværksat|indsats+påbegynd|foranstaltning+start|foranstaltning+fra|' +
      'foranstaltning+iværksat|bevilling+fra|bevilling+start|ydelse+start|ydelse+fra|støtte+start|støtte+fra',
  },
  support_end: {
    names:
      'indsats slut|indsats afsluttet|indsats til|indsats slutdato|indsats ophørt|bevilling til|bevilget til|' +
      'bevilling slut|foranstaltning slut|foranstaltning til|foranstaltning ophørt|støtte slut|ydelse slut|ydelse til',
    parts:
      'indsats+slut|indsats+afslut|indsats+til|indsats+ophør|foranstaltning+slut|foranstaltning+til|' +
      'foranstaltning+ophør|foranstaltning+afslut|bevilling+til|bevilling+slut|bevilling+ophør|ydelse+slut|' +
      'ydelse+til|støtte+slut|støtte+til|støtte+ophør',
  },
  plan_date: {
    names:
      'barnets plan|handleplan|handleplan dato|handleplansdato|barnets plan dato|dato for barnets plan|plandato|' +
      'plan for barnet|barnets plan udarbejdet|handleplan udarbejdet|barnets plan oprettet|handleplan oprettet|plan udarbejdet|' +
      'plan oprettet|dato for handleplan|§ 140 handleplan|§ 91 plan|barnets plan lavet',
    weak: 'plan',
    parts: 'barnets+plan|handleplan|plan+dato|plan+udarbejdet',
  },
  plan_revised: {
    names:
      'plan revideret|barnets plan revideret|handleplan revideret|revideret plan|plan ajourført|plan opdateret|' +
      'handleplan opdateret|barnets plan opdateret|plan justeret|revision af barnets plan|revision af handleplan',
    weak: 'revideret|seneste plan',
    parts: 'plan+revide|plan+revision|plan+ajour|plan+opdater|plan+juster|handleplan+revi|handleplan+opdater',
  },
  youth_plan_date: {
    names: 'ungeplan|ungeplan dato|ungeplansdato|dato for ungeplan|ungeplan udarbejdet|§ 108 plan',
    parts: 'ungeplan',
  },
  followup_dates: {
    names:
      'opfølgning|opfølgninger|seneste opfølgning|sidste opfølgning|opfølgningsdato|opfølgningsdatoer|opfølgning dato|' +
      'opfølgning afholdt|opfølgning gennemført|opf|seneste opf|opf dato|opfølgning på indsats|opfølgningsmøde|' +
      'opfølgning på barnets plan|foretaget opfølgning',
    parts: 'opfølgning|seneste+opf|sidste+opf',
  },
  next_followup: {
    names:
      'næste opfølgning|næste opf|næste opfølgningsdato|planlagt opfølgning|kommende opfølgning|opfølgningsfrist|' +
      'frist for opfølgning|ny opfølgning|opfølgning senest|næste opfølgning dato|opfølgning frist|opfølgning planlagt',
    parts: 'næste+opf|næste+opfølgning|planlagt+opfølgning|kommende+opfølgning|frist+opfølgning',
  },
  placement_start: {
    names:
      'anbringelse start|anbragt fra|anbringelse|anbringelsesdato|anbragt|anbragt dato|anbringelse fra|anbragt den|' +
      'anbringelse startet|anbringelse påbegyndt|anbragt siden|anbringelsesstart|dato for anbringelse',
    weak: 'indskrevet',
    parts: 'anbringelse+start|anbringelse+fra|anbringelse+dato|anbringelse+påbegynd|anbragt+fra|anbragt+dato',
  },
  placement_end: {
    names:
      'anbringelse slut|anbragt til|anbringelse ophørt|anbringelse afsluttet|anbringelse til|anbringelsesophør|' +
      'ophør af anbringelse|anbringelse slutdato',
    weak: 'udskrevet',
    parts: 'anbringelse+slut|anbringelse+til|anbringelse+ophør|anbringelse+afslut|anbragt+til',
  },
  placement_form: {
    names:
      'anbringelsesform|anbringelse|anbringelsestype|anbringelsessted|anbringelsesstedstype|type anbringelse|' +
      'form for anbringelse|anbringelseskategori|anbringelsessted type|anbringelse type',
    parts: 'anbringelse+form|anbringelse+type|anbringelsessted',
  },
  consent_flag: {
    names:
      'samtykke|samtykke givet|samtykke foreligger|samtykke til anbringelse|anbragt med samtykke|med samtykke|' +
      'anbringelse med samtykke|frivillig anbringelse|samtykke indhentet',
    parts: 'samtykke',
  },
  visit_dates: {
    names:
      'tilsynsbesøg|tilsyn|tilsynsdato|tilsynsdatoer|personrettet tilsyn|personrettede tilsyn|tilsynsbesøg dato|' +
      'seneste tilsyn|seneste tilsynsbesøg|tilsyn afholdt|tilsyn gennemført|tilsynsbesøg afholdt',
    parts: 'tilsyn',
  },
  visit_child_talk: {
    names:
      'samtale ved tilsyn|samtale med barn ved tilsyn|samtale med barnet ved tilsyn|børnesamtale ved tilsyn|' +
      'tilsyn samtale|talt med barnet ved tilsyn|barnet talt med ved tilsyn|samtale i tilsyn|samtale under tilsyn',
    parts: 'samtale+tilsyn|talt+tilsyn',
  },
  home_date: {
    names:
      'hjemgivelse|hjemgivet|hjemgivelsesdato|hjemgivet dato|hjemgivelse start|hjemgivelse fra|dato for hjemgivelse',
    parts: 'hjemgivelse+start|hjemgivelse+dato|hjemgivelse+fra|hjemgivet',
  },
  home_end: {
    names: 'hjemgivelse slut|hjemgivelse afsluttet|hjemgivelsesperiode slut|hjemgivelse til|hjemgivelsesperiode til',
    parts: 'hjemgivelse+slut|hjemgivelse+afslut|hjemgivelse+til|hjemgivelse+ophør',
  },
  youth_decision_date: {
    names:
      'ungestøtte|efterværn|ungestøtte afgørelse|efterværn afgørelse|ungestøtte dato|efterværn dato|afgørelse ungestøtte|' +
      'afgørelse om ungestøtte|afgørelse om efterværn|afgørelse efterværn|§ 114|§ 76',
    parts: 'ungestøtte|efterværn',
  },
  siblings: {
    names:
      'søskende|familie id|familienr|familienummer|familie nr|søskendegruppe|husstand|husstands id|husstandsnr|' +
      'søskendes sagsnr|søskende sagsnr|familiesag|søskendesag|familie',
    parts: 'søskende|familie+nr|familie+id|familieid|familienr|husstand',
  },
  abuse_flag: {
    names: 'overgreb|mistanke om overgreb|vold eller overgreb|overgreb vold|vold overgreb|vold|overgrebssag|børnehus',
    parts: 'overgreb',
  },
  protected_address: {
    names:
      'navne- og adressebeskyttelse|adressebeskyttelse|beskyttet adresse|navnebeskyttelse|hemmelig adresse|' +
      'navne- og adressebeskyttet|adressebeskyttet|navn og adresse beskyttelse',
    weak: 'nab|beskyttelse|beskyttet',
    parts: 'adressebeskyt|beskyt+adresse|navnebeskyt',
  },
};
