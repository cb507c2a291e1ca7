import { type AnswerContent, type CellContent, cellKey } from '../../../shared/domain/exchange/cells.ts';
import { merge, type RoundVersions } from '../../../shared/domain/exchange/round-versions.ts';
import { type Version, versionOf } from '../../../shared/domain/exchange/version.ts';
import { testHash } from './test-hash.ts';
import { fc } from '../../support/fast-check.ts';

/** `TILSYN_MERGE_RUNS`: how often a property is tried, eight times for each year of the long test. */
const years = Number(process.env['TILSYN_MERGE_RUNS'] ?? 25);
export const numRuns = years * 8;
export const timeout = 30_000 + years * 400;

export const answerCell = (caseKey = '2026-1', itemId = 'plan'): string =>
  cellKey({ kind: 'answer', caseKey, reading: 1, itemId });
export const reviewCell = (caseKey = '2026-1'): string => cellKey({ kind: 'review', caseKey, reading: 1 });

export const anAnswer = (value: AnswerContent['value'], note = ''): AnswerContent => ({ value, note, evidence: '' });

/** A version made after others; `minute` tells edits of one person apart. */
export function edit(
  content: CellContent,
  after: readonly Version<CellContent>[] = [],
  by = 'Mette',
  minute = 0,
): Version<CellContent> {
  const at = `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
  const ancestors = after.flatMap(({ id, ancestors: others }) => [id, ...others]);
  return versionOf(content, { by, at }, ancestors, testHash);
}

const contents: readonly CellContent[] = [anAnswer('yes'), anAnswer('no', 'Sofie blev ikke hørt'), anAnswer(null)];

/** A history of one cell: each version comes after some that were there before it. */
const cellHistory = fc
  .array(fc.record({ content: fc.constantFrom(...contents), after: fc.array(fc.nat(11), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((steps) => {
    const made: Version<CellContent>[] = [];
    steps.forEach(({ content, after }, minute) => {
      const earlier = after.flatMap((index) => made[index] ?? []);
      made.push(edit(content, earlier, minute % 2 === 0 ? 'Mette' : 'Anders', minute));
    });
    return made;
  });

/** Several packages that tell of one history, each some of it, some with names hidden; versions may be old. */
export const packagesOfOneHistory: fc.Arbitrary<readonly RoundVersions[]> = fc
  .tuple(cellHistory, cellHistory)
  .chain(([one, other]) => {
    const told = fc.record({ cell: fc.nat(1), at: fc.nat(11), isReduced: fc.boolean() });
    return fc.array(fc.array(told, { maxLength: 6 }), { minLength: 1, maxLength: 6 }).map((packages) =>
      packages.map((lines) =>
        lines.reduce<RoundVersions>((all, { cell, at, isReduced }) => {
          const history = [one, other][cell] ?? one;
          const version = history[at % history.length]!;
          return merge(all, new Map([[answerCell('2026-1', `i${cell}`), [isReduced ? reduced(version) : version]]]));
        }, new Map()),
      ),
    );
  });

export function reduced(version: Version<CellContent>): Version<CellContent> {
  const { content } = version;
  if (content === null || !('note' in content) || !content.note.includes('Sofie')) return version;
  return { ...version, content: { ...content, note: content.note.replace('Sofie', '[navn]') }, reduced: true };
}
