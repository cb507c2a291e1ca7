import { compileWords } from '../../words/compile.ts';

/** What a unit is called: rounds that were drawn here are of none. */
export function unitName(unit: string): string {
  return unit === '' ? compileWords.ownUnit : unit;
}
