import type { CompileChoice } from '#shared/contract/compile.ts';

import { formatDate } from '../../components/formats.ts';
import { roundsWords as words } from '../../words/compile.ts';

/** The unit and the name of a round, as lists of rounds say it; of one that was drawn here the name alone. */
export function roundTitle({ unit, name, asOf }: Pick<CompileChoice, 'unit' | 'name' | 'asOf'>): string {
  const own = name.trim() === '' ? words.unnamed(formatDate(asOf)) : name;
  return unit === '' || own.includes(unit) ? own : `${unit}, ${own}`;
}
