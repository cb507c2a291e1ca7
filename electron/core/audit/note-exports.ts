import type { CoreHandlers, Input } from '#shared/contract/operations.ts';

import type { WorkspaceStore } from '../store/open-store.ts';

/** What the audit log says of a file that was written and of a case that was shown; about which id. */
interface Note {
  readonly kind: string;
  readonly target: string;
}

type Notes = { readonly [N in keyof CoreHandlers]?: (input: Input<N>) => Note };

/** Operations that change nothing in the workspace and yet let something out of it. */
const notes: Notes = {
  'importing.saveProblems': ({ importId }) => ({ kind: 'export.problems', target: importId }),
  'importing.saveMapping': () => ({ kind: 'export.mapping', target: 'mapping' }),
  'population.saveDateCheck': ({ importId }) => ({ kind: 'export.date-check', target: importId }),
  'population.case': ({ importId }) => ({ kind: 'population-case.viewed', target: importId }),
  'sampling.saveRecord': ({ roundId }) => ({ kind: 'export.draw-record', target: roundId }),
  'sampling.saveSheet': ({ roundId }) => ({ kind: 'export.draw-sheet', target: roundId }),
  'course.write': ({ courseId }) => ({ kind: 'export.course', target: courseId }),
  'goodPractice.write': () => ({ kind: 'export.good-practice', target: 'good-practice' }),
  'review.exportTemplate': ({ id, edition }) => ({ kind: 'export.template', target: `${id}/${edition}` }),
};

/** The same handlers; those of `notes` leave a line in the audit log once they have succeeded. */
export function noteExports(handlers: CoreHandlers, store: WorkspaceStore): CoreHandlers {
  type AnyHandler = (input: never, call: never) => Promise<unknown>;
  const wrapped = Object.entries(notes).map(([name, note]) => {
    const handler = handlers[name as keyof CoreHandlers] as AnyHandler;
    const noted = async (input: never, call: never): Promise<unknown> => {
      const result = await handler(input, call);
      const { kind, target } = (note as (input: never) => Note)(input);
      await store.note(kind, target);
      return result;
    };
    return [name, noted] as const;
  });
  return { ...handlers, ...(Object.fromEntries(wrapped) as Partial<CoreHandlers>) } as CoreHandlers;
}
