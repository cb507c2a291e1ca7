import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';

import type { CompileChoice } from '#shared/contract/compile.ts';

import { compareDanish, formatCount, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { roundsWords as words } from '../../words/compile.ts';
import classes from './compile.module.css';
import { PickRounds } from './pick-rounds.tsx';
import { checklistsIn, chosenRounds, type PeriodKind, periodsIn, type RoundsChoice } from './rounds-set.ts';
import { unitName } from './unit-name.ts';

interface RoundsPanelProps {
  readonly rounds: readonly CompileChoice[];
  readonly choice: RoundsChoice;
  readonly onChange: (choice: RoundsChoice) => void;
  /** What can be done with the rounds. */
  readonly children?: ReactNode;
}

/** Which rounds: by period, unit and checklist, or one by one. */
export function RoundsPanel({ rounds, choice, onChange, children }: RoundsPanelProps) {
  const [isPicking, setPicking] = useState(choice.picked !== null);
  const id = useId();
  const chosen = chosenRounds(rounds, choice);
  return (
    <Panel title={words.title} note={<output>{chosenText(chosen)}</output>} className={classes['panel']}>
      <div className={classes['choices']}>
        <PeriodSelect rounds={rounds} choice={choice} onChange={onChange} />
        <UnitSelect rounds={rounds} choice={choice} onChange={onChange} />
        <ChecklistSelect rounds={rounds} choice={choice} onChange={onChange} />
        <Button
          variant="default"
          aria-expanded={isPicking}
          aria-controls={isPicking ? id : undefined}
          onClick={() => setPicking(!isPicking)}
        >
          {words.pick}
        </Button>
        {children !== undefined && <div className={classes['ways']}>{children}</div>}
      </div>
      {isPicking && (
        <PickRounds id={id} rounds={rounds} chosen={chosen} onPick={(ids) => onChange(pick(choice, ids))} />
      )}
    </Panel>
  );
}

function pick(choice: RoundsChoice, picked: readonly string[]): RoundsChoice {
  return { ...choice, picked };
}

function chosenText(chosen: readonly CompileChoice[]): string {
  if (chosen.length === 0) return words.chosenNone;
  const sum = (of: (round: CompileChoice) => number): string =>
    formatNumber(chosen.reduce((total, round) => total + of(round), 0));
  return words.chosen(
    formatCount(chosen.length, ...words.rounds),
    formatCount(new Set(chosen.map(({ unit }) => unit)).size, ...words.units),
    sum(({ closed }) => closed),
    sum(({ drawn }) => drawn),
  );
}

/** Stands for nothing: values of a list are texts. */
const every = '*';
const picked = '#';
const kinds: readonly PeriodKind[] = ['quarter', 'month', 'year'];

function PeriodSelect({ rounds, choice, onChange }: RoundsPanelProps) {
  return (
    <NativeSelect
      label={words.period}
      value={choice.picked === null ? (choice.period ?? every) : picked}
      onChange={({ currentTarget: { value } }) => {
        if (value !== picked) onChange({ ...choice, period: value === every ? null : value, picked: null });
      }}
      data={[
        ...(choice.picked === null ? [] : [{ value: picked, label: words.picked }]),
        { value: every, label: words.everyPeriod },
        ...kinds.map((kind) => ({
          group: words.periods[kind],
          items: periodsIn(rounds, kind).map(([period, count]) => ({
            value: period,
            label: words.withCount(periodName(period, kind), formatCount(count, ...words.rounds)),
          })),
        })),
      ]}
    />
  );
}

function periodName(period: string, kind: PeriodKind): string {
  if (kind === 'quarter') return words.quarter(period.slice(0, 4), period.slice(-1));
  return kind === 'month' ? words.month(period) : words.year(period);
}

function UnitSelect({ rounds, choice, onChange }: RoundsPanelProps) {
  const units = [...new Set(rounds.map(({ unit }) => unit))].toSorted(compareDanish);
  if (units.length < 2) return null;
  return (
    <NativeSelect
      label={words.unit}
      value={choice.picked === null && choice.unit !== null ? `=${choice.unit}` : every}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...choice, unit: value === every ? null : value.slice(1), picked: null })
      }
      data={[
        { value: every, label: words.everyUnit },
        ...units.map((unit) => ({ value: `=${unit}`, label: unitName(unit) })),
      ]}
    />
  );
}

function ChecklistSelect({ rounds, choice, onChange }: RoundsPanelProps) {
  const checklists = [...checklistsIn(rounds)];
  if (checklists.length < 2) return null;
  return (
    <NativeSelect
      label={words.checklist}
      value={choice.picked === null ? (choice.templateId ?? every) : every}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...choice, templateId: value === every ? null : value, picked: null })
      }
      data={[{ value: every, label: words.everyChecklist }, ...checklists.map(([value, label]) => ({ value, label }))]}
    />
  );
}
