import { useMemo } from 'react';

import type { ImportProblem, ProblemKind } from '#shared/domain/importing/problem.ts';

import classes from './importing.module.css';
import { type ListedProblem, ProblemGroup } from './problem-group.tsx';

interface ProblemGroupsProps {
  /** The kinds to show, in their order. */
  readonly kinds: readonly ProblemKind[];
  /** Every listed problem of the import. */
  readonly problems: readonly ImportProblem[];
}

/** The problems by what is wrong and where; each group opens its rows. */
export function ProblemGroups({ kinds, problems }: ProblemGroupsProps) {
  const members = useMemo(() => byKind(problems), [problems]);
  return (
    <ul className={classes['groups']}>
      {kinds.map((kind, place) => (
        <ProblemGroup key={keyOf(kind)} kind={kind} members={members.get(keyOf(kind)) ?? []} startsOpen={place === 0} />
      ))}
    </ul>
  );
}

function keyOf({ code, column }: Pick<ImportProblem, 'code' | 'column'>): string {
  return `${code} ${column ?? ''}`;
}

function byKind(problems: readonly ImportProblem[]): ReadonlyMap<string, readonly ListedProblem[]> {
  const groups = new Map<string, ListedProblem[]>();
  problems.forEach((problem, place) => {
    const key = keyOf(problem);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [{ ...problem, place }]);
    } else {
      group.push({ ...problem, place });
    }
  });
  return groups;
}
