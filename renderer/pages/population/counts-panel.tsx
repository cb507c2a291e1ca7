import { Button } from '@mantine/core';
import { useState } from 'react';

import type { CountedValue } from '#shared/contract/population.ts';

import { CountBars } from '../../components/count-bars.tsx';
import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { populationWords as words } from '../../words/population.ts';
import classes from './population.module.css';

const mostShown = 6;

/** How many cases each team or type has, the largest first; a long list is folded. */
export function CountsPanel({ title, values }: { title: string; values: readonly CountedValue[] }) {
  const [all, setAll] = useState(false);
  const sorted = values.toSorted((a, b) => b.count - a.count);
  const shown = all || sorted.length <= mostShown + 1 ? sorted : sorted.slice(0, mostShown);
  const folds = sorted.length > mostShown + 1;
  return (
    <Panel title={title}>
      <CountBars bars={shown.map(({ value, count }) => ({ label: value, count }))} />
      {folds && (
        <Button
          variant="subtle"
          size="compact-md"
          className={classes['fold']}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? words.fewer : words.more(formatNumber(sorted.length))}
        </Button>
      )}
    </Panel>
  );
}
