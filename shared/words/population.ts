/** The value of a case where the export says nothing; also the name of the stratum of such cases. */
export const notStated = '(ikke oplyst)';

/** How a filter may write a yes/no field. */
export function flagTexts(flag: boolean): readonly string[] {
  return flag ? ['true', 'ja'] : ['false', 'nej'];
}
