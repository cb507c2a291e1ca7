import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import type { SecondReadings } from '#shared/contract/second-reading.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { secondReadingWords as words } from '../../../words/second-reading.ts';
import classes from './second-reading.module.css';

interface DrawSecondPanelProps {
  readonly roundId: string;
  readonly readings: SecondReadings;
}

const steps = [10, 5, 3, 2, 1] as const;
const usualStep = 5;

/** How many of the cases "every fifth" is; always at least one. */
export function countFor(step: number, cases: number): number {
  return Math.ceil(cases / step);
}

/** Draws the share of the cases that is read twice, or some more of them; what is drawn is never taken back. */
export function DrawSecondPanel({ roundId, readings: { cases, lines } }: DrawSecondPanelProps) {
  const choices = steps.filter((step) => countFor(step, cases) > lines.length);
  const [chosen, setChosen] = useState<number>();
  const draw = useCommand('review.drawSecond');
  const step = choices.find((one) => one === chosen) ?? choices.find((one) => one === usualStep) ?? choices[0];
  const count = step === undefined ? 0 : countFor(step, cases);
  const note = lines.length === 0 ? undefined : words.drawn(lines.length, cases);
  return (
    <Panel title={words.drawTitle} note={note}>
      {lines.length === 0 && <p className={classes['text']}>{words.drawIntro}</p>}
      {step !== undefined && (
        <form
          className={classes['line']}
          onSubmit={(event) => {
            event.preventDefault();
            void draw.run({ roundId, count });
          }}
        >
          <NativeSelect
            label={words.choose}
            value={step}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
            data={choices.map((one) => ({
              value: String(one),
              label: words.share(words.every[one] ?? '', countFor(one, cases), cases),
            }))}
          />
          <Button
            type="submit"
            variant={lines.length === 0 ? 'filled' : 'default'}
            loading={draw.state.status === 'running'}
          >
            {lines.length === 0 ? words.drawButton(count) : words.drawMore(count - lines.length)}
          </Button>
        </form>
      )}
      <p className={classes['quiet']}>{words.drawHint}</p>
      <ErrorNotice error={draw.state.status === 'failed' ? draw.state.error : undefined} />
    </Panel>
  );
}
