import { Checkbox } from '@mantine/core';

import type { CompileChoice } from '#shared/contract/compile.ts';

import { formatDate, formatNumber } from '../../components/formats.ts';
import { roundsWords as words } from '../../words/compile.ts';
import classes from './compile.module.css';
import { quarterOf } from './rounds-set.ts';
import { roundTitle } from './round-title.ts';

interface PickRoundsProps {
  readonly id: string;
  readonly rounds: readonly CompileChoice[];
  readonly chosen: readonly CompileChoice[];
  readonly onPick: (roundIds: readonly string[]) => void;
}

/** Every round with a mark of its own, quarter by quarter; a quarter is taken or left as a whole, too. */
export function PickRounds({ id, rounds, chosen, onPick }: PickRoundsProps) {
  const ids = new Set(chosen.map(({ roundId }) => roundId));
  const quarters = [...Map.groupBy(rounds, ({ asOf }) => quarterOf(asOf))].toSorted(([a], [b]) => (a < b ? 1 : -1));
  const isMixed = rounds.some(({ unit }) => unit !== '');
  const set = (some: readonly CompileChoice[], isIn: boolean): void => {
    const next = new Set(ids);
    for (const { roundId } of some) {
      if (isIn) next.add(roundId);
      else next.delete(roundId);
    }
    onPick(rounds.flatMap(({ roundId }) => (next.has(roundId) ? [roundId] : [])));
  };
  return (
    <fieldset id={id} aria-label={words.pickTitle} className={classes['picking']}>
      {quarters.map(([quarter, within]) => (
        <Quarter key={quarter} quarter={quarter} rounds={within} ids={ids} own={isMixed} onSet={set} />
      ))}
    </fieldset>
  );
}

interface QuarterProps {
  readonly quarter: string;
  readonly rounds: readonly CompileChoice[];
  readonly ids: ReadonlySet<string>;
  /** Whether rounds that were drawn here stand among those of units. */
  readonly own: boolean;
  readonly onSet: (rounds: readonly CompileChoice[], isIn: boolean) => void;
}

function Quarter({ quarter, rounds, ids, own, onSet }: QuarterProps) {
  const held = rounds.filter(({ roundId }) => ids.has(roundId)).length;
  const name = words.quarter(quarter.slice(0, 4), quarter.slice(-1));
  return (
    <fieldset aria-label={name} className={classes['quarter']}>
      <Checkbox
        size="sm"
        label={<strong>{words.allOf(name)}</strong>}
        checked={held === rounds.length}
        indeterminate={held > 0 && held < rounds.length}
        onChange={() => onSet(rounds, held < rounds.length)}
      />
      <ul className={classes['picks']}>
        {rounds.map((round) => (
          <li key={round.roundId}>
            <Checkbox
              size="sm"
              label={own && round.unit === '' ? words.own(roundTitle(round)) : roundTitle(round)}
              description={factsOf(round)}
              checked={ids.has(round.roundId)}
              onChange={({ currentTarget: { checked } }) => onSet([round], checked)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function factsOf({ asOf, closed, drawn, example }: CompileChoice): string {
  const facts = words.facts(formatDate(asOf), formatNumber(closed), formatNumber(drawn));
  return example ? `${facts}, ${words.example}` : facts;
}
