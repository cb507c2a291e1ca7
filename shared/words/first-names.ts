/**
 * First names that are common in Denmark, of all ages and of several languages, lower case. To point at what may be a name
 * in a note: a list that knows every name there is does not exist.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `
  abdi abdul adam adrian agnes ahmed aksel albert alberte alexander alexandra alfred ali alice allan alma amalie amanda amina
  amira amir anders andrea andreas ane anette anja anker ann anna anne annelise annette annika anni anton arne arthur arvid
  asger asta astrid august aya ayse axel bastian beate benedikte benjamin bent bente berit bertil birger birgit birgitte
  birthe bjarne bjørn bo bodil brian britt britta bruno camilla carina carl carla carsten caroline casper cathrine cecilie
  celina charlotte christel christian christina christine christoffer clara claus connie conrad dagmar dan daniel daniella
  david denise dennis diana ditte dorte dorthe ea ebba ebbe edith egon eigil einar elena eli elias elin elina elisabeth
  elise ella ellen ellinor elly elma else elvira emil emilia emilie emily emma emmanuel erik erna ernst esben ester esther
  eva fatima felix ferdinand filip finn flemming fie fiona frank freddy frede frederik frederikke freja frida frode gerda
  gertrud gitte gorm grethe gudrun gunnar gunhild gurli gustav halfdan halima hamza hanna hannah hanne hans harald hassan
  hawa hedvig heidi helena helene helga helle henning henriette henrik henny herdis herman hilda hilde holger hugo hussein
  ib ibrahim ida idris ilse ina inga inge ingeborg inger ingrid irene iris isa isabel isabella isak ismail ivan iben jack
  jacob jakob jamal jan jane janne janni jannick jannie jannik janus jasmin jens jeppe jes jesper jessica jette joachim joan
  joanna johan johanna johanne johannes johnny john jon jonas jonathan jonna josefine josephine julia julian julie julius
  jytte jørgen jørn kai kaj kamilla kaja kamal karen karin karina karl karla karoline kasper kate katja katrine katrina
  kenneth kent kerstin khadija khaled kim kira kirsten kirstine kis kjeld klara klaus knud konrad kristian kristina kristine
  kristoffer kristian kurt laila lars lasse laura laurits lauritz lea leah leif lene leila lena leo leon leonora leonardo
  lilian lilly lily lina linda line linea linnea linus lis lisa lisbet lisbeth lise lissi liv liva lizzie lone lotte louis
  louise lucas lucia lucca ludvig luka lukas luna lærke mads magne magnus mahmoud maja maj malene malik malin malou malte
  malthe manja marc marcus margit margrethe maria mariam mariane marianne marie marina mario marius mark marlene martha
  martin martine maryam mary mathias mathilde mathilda matilde mats matthias max maya melanie melina melissa merete mette
  mia michael michelle mie mikael mikala mikkel mila milas mille milla milo mina minna mira miriam mogens mohamad mohamed
  mohammad mohammed mona monica morten moses muhammad mustafa my nadia naja nanna natalia natalie natasha nete nicholas
  nicklas nicolai nicoline niels nikita niklas nikolaj nikoline nils nina noah noel noemi nora norah nour nynne ole olga
  oliver olivia omar omer oscar oskar osman otto palle pauline pelle per pernille peter philip philippa pia pil poul preben
  rachel rana randi rasmus rebecca rebekka regitze rene rikke rita robert robin rohan ronja rosa rosalina rose rune ruth
  saga sahra sally samantha samir samira samuel sandra sanne sara sarah sasha saskia sebastian selma signe sigrid sigurd
  silas silje silke silvia simon simone sine sigge sissel sivert siv sofia sofie solveig sonja sophia sophie stefan steen
  steffen sten stine storm sune susan susanne svend svenn sylvester sylvia søren tage tanja tara thea theis theo theodor
  therese thilde thomas thor thora thorbjørn thorkild tilde tim tina tine tobias tom tomas tommy tor tora torben tove
  trine troels tue tyra uffe ulla ulrik ulrikke ursula valdemar vagn vera vibeke victor victoria vigga viggo vigo viktor
  viktoria vilhelm vilja villads villy vilma viola vivi vivian walter werner wilhelm willy william winnie yahya yasin
  yasmin yasmina yosef yousef youssef yrsa yusuf yvonne zahra zainab zakaria zara zaynab åge åse ægir øjvind
  `
    .trim()
    .split(/\s+/u),
);

/** Those of them that are ordinary words too: in lower case, or at the start of a sentence, they are taken as words. */
export const wordsAndNames: ReadonlySet<string> = new Set(
  `
  ane anker august bent bjørn bo dan ea else frank eli fie frede gorm hans ib iris isa jan kaj kent kim kis lis line liv luna lærke magne maj mark max mie
  mille milla minna mona my nora per pelle pil rana rose rosa rune saga sally signe siv solveig sten steen stine storm svend tage
  tara tilde tim tina tine tom tor trine tue vera vilja villy viola
  `
    .trim()
    .split(/\s+/u),
);

/** Capitalised words inside sentences that a note on a case is full of, and that are no names; lower case. */
export const capitalWords: ReadonlySet<string> = new Set(
  `
  i de dem deres jer jeres aftale afdeling afgørelse aktindsigt ankestyrelsen ankestyrelsens aula barn barnet barnets bilag
  bilaget bisidder borger bupl børn børne børnehus børnehuset børnesagsbarometret danmark dansk danske dato digital esdh familie
  familieafdelingen familieafdeling familieretshuset far fbf forvaltning forvaltningsloven frist dubu handleplan hjemmet
  ja journal journalen jordemoder kommune kommunen kommunes kommunens kriminalforsorgen krisecenter københavn lov loven
  lægen mor mødet møde navn nej notat notatet nævn nævnet note opfølgning ppr plan planen plejefamilie politi politiet post psykiatri
  rådgiver sag sagen sfo serviceloven skole skolen socialrådgiver socialstyrelsen socialtilsyn ssp status statsforvaltningen
  sundhedsplejen team tilsyn udvalg underretning undersøgelse ung unge vejledning
  mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april juni juli september oktober november december
  `
    .trim()
    .split(/\s+/u),
);
