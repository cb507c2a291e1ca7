/**
 * The text without the characters below the space and the two at the end of a plane that XML 1.0 does not have (its
 * production 2); tab and line ends stay. Half a surrogate pair stays too: a caller that cuts makes its text well formed
 * after the cut.
 */
export function xmlCharacters(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu, '');
}
