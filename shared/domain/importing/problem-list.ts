import type { ImportProblem, ProblemKind } from './problem.ts';

/** So many problems of one import are kept one by one; the rest is counted. */
export const mostListed = 20_000;

export interface ListedProblems {
  /** In the order in which they were found, kind by kind. */
  readonly problems: readonly ImportProblem[];
  /** The most frequent first; together they count every problem. */
  readonly kinds: readonly ProblemKind[];
}

export interface ProblemList {
  add(problem: ImportProblem): void;
  finish(): ListedProblems;
}

interface OpenKind {
  readonly code: ImportProblem['code'];
  readonly column: string | undefined;
  count: number;
  readonly listed: ImportProblem[];
}

/**
 * Keeps at most `most` problems, so that a file read with the wrong columns does not fill the workspace. A kind is a
 * code in a column. Where there are too many, the largest kinds give way, so that every kind keeps its first ones and
 * the rare ones are complete.
 */
export function createProblemList(most = mostListed): ProblemList {
  const kinds = new Map<string, OpenKind>();
  let listed = 0;
  // No kind has more; never too low, since a full list only takes from the largest.
  let ceiling = Infinity;
  return {
    add(problem) {
      const kind = kindOf(kinds, problem);
      kind.count += 1;
      if (listed < most) {
        kind.listed.push(problem);
        listed += 1;
        return;
      }
      if (kind.listed.length + 1 >= ceiling) return;
      const largest = largestOf(kinds);
      ceiling = largest.listed.length;
      if (kind.listed.length + 1 >= largest.listed.length) return;
      largest.listed.pop();
      kind.listed.push(problem);
    },
    finish() {
      const all = [...kinds.values()].toSorted((a, b) => b.count - a.count);
      return { problems: all.flatMap((kind) => kind.listed), kinds: all.map(closed) };
    },
  };
}

function kindOf(kinds: Map<string, OpenKind>, { code, column }: ImportProblem): OpenKind {
  const key = `${code} ${column ?? ''}`;
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = { code, column, count: 0, listed: [] };
  kinds.set(key, kind);
  return kind;
}

function largestOf(kinds: ReadonlyMap<string, OpenKind>): OpenKind {
  return [...kinds.values()].reduce((best, kind) => (kind.listed.length > best.listed.length ? kind : best));
}

function closed({ code, column, count, listed }: OpenKind): ProblemKind {
  return { code, ...(column === undefined ? {} : { column }), count, listed: listed.length };
}
