import { valueWords } from '../../words/import-values.ts';
import { type FieldId, isFieldId } from './fields.ts';

interface ValueTest {
  readonly field: FieldId;
  readonly test: RegExp;
}

const tests: readonly ValueTest[] = Object.entries(valueWords).flatMap(([field, { whole, start }]) => {
  const alternatives = [...(whole === undefined ? [] : [`(?:${whole})$`]), ...(start === undefined ? [] : [start])];
  return isFieldId(field) ? [{ field, test: new RegExp(`^(?:${alternatives.join('|')})`, 'i') }] : [];
});

/** For each field that is known by its values: the share of these texts that look like it, from 0 to 1. */
export function shareByWords(texts: readonly string[]): ReadonlyMap<FieldId, number> {
  return new Map(
    tests.map(({ field, test }) => [
      field,
      texts.length === 0 ? 0 : texts.filter((text) => test.test(text.slice(0, 80))).length / texts.length,
    ]),
  );
}
