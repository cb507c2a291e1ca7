import { NativeSelect } from '@mantine/core';

import { reportWords as words } from '../../words/report.ts';

interface TeamChoiceProps {
  readonly teams: readonly string[];
  readonly team: string | null;
  readonly onChange: (team: string | null) => void;
}

const all = '';

/** Whose leader reads it; nothing where the cases are of no team. */
export function TeamChoice({ teams, team, onChange }: TeamChoiceProps) {
  return teams.length === 0 ? null : (
    <NativeSelect
      label={words.team}
      value={team ?? all}
      data={[{ value: all, label: words.allTeams }, ...teams]}
      onChange={({ currentTarget: { value } }) => onChange(value === all ? null : value)}
    />
  );
}
