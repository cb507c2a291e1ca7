import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useId } from 'react';

import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import { formatCount } from '../../components/formats.ts';
import { groupWords as words } from '../../words/compile.ts';
import classes from './compile.module.css';
import { type GroupChoice, groupings } from './group-choice.ts';

interface GroupFieldsProps {
  readonly group: GroupChoice;
  /** None while another division is being counted. */
  readonly groups: Compilation['groups'];
  readonly onChange: (group: GroupChoice) => void;
}

/** All together, or one unit, team or measure: never side by side by result. */
export function GroupFields({ group: { by, name }, groups, onChange }: GroupFieldsProps) {
  const id = useId();
  return (
    <>
      <div>
        <span id={id} className={classes['label']}>
          {words.by}
        </span>
        <SegmentedControl
          aria-labelledby={id}
          className={classes['tabs']}
          value={by}
          onChange={(value) => {
            const chosen = groupings.find((each) => each === value);
            if (chosen !== undefined) onChange({ by: chosen, name: null });
          }}
          data={groupings.map((each) => ({ value: each, label: words.choices[each] }))}
        />
      </div>
      {by !== 'all' && (
        <NativeSelect
          label={words.group[by]}
          value={name === null ? every : `=${name}`}
          onChange={({ currentTarget: { value } }) => onChange({ by, name: value === every ? null : value.slice(1) })}
          data={[
            { value: every, label: words.every[by] },
            ...withChosen(groups, name).map((each) => ({ value: `=${each.name}`, label: labelOf(each, by) })),
          ]}
        />
      )}
    </>
  );
}

/** Stands for no single group: values of a list are texts. */
const every = '*';

interface Group {
  readonly name: string;
  readonly cases: number | null;
}

/** The chosen group stays on the list while it is counted again. */
function withChosen(groups: readonly Group[], name: string | null): readonly Group[] {
  if (name === null || groups.some((group) => group.name === name)) return groups;
  return [...groups, { name, cases: null }];
}

function labelOf({ name, cases }: Group, by: 'unit' | 'team' | 'measure'): string {
  const shown = name === '' ? words.unstated[by] : name;
  return cases === null ? shown : words.withCount(shown, formatCount(cases, ...words.cases));
}
