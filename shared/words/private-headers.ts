/** Words of a header that is about someone else than the child. */
export const otherPersons =
  'mor|mors|moder|moders|far|fars|fader|faders|forælder|forældre|værge|ægtefælle|samlever|partner|pleje|søskende|bror|' +
  'brors|søster|søsters|underretter|forældremyndighed|netværksperson|kontaktperson|medarbejder|fmi|fmh';

/** Words of a header whose values nobody should store without having asked for them. */
export const sensitiveWords =
  'cpr|personnr|personnummer|navn|adresse|vej|telefon|tlf|mobil|mail|note|noter|notat|bemærk|beskriv|kommentar|tekst|' +
  'begrundelse|diagnose|helbred|resume|journal|årsag|konklusion|forældre|forælder|mor|far|værge|etnicitet|religion';
