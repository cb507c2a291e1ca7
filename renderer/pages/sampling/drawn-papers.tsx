import { Button } from '@mantine/core';
import { useState } from 'react';

import type { RoundSummary } from '#shared/contract/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { samplingWords } from '../../words/sampling.ts';
import classes from './drawn.module.css';

/** The papers of a draw: the sheet to read and print, the same as an Excel file, and the record a program repeats. */
export function DrawnPapers({ round: { roundId, record }, onSheet }: { round: RoundSummary; onSheet: () => void }) {
  const files = useFiles();
  const sheet = useCommand('sampling.saveSheet');
  const json = useCommand('sampling.saveRecord');
  const [saved, setSaved] = useState('');
  const save = async (run: typeof sheet.run | typeof json.run, name: string): Promise<void> => {
    setSaved('');
    const target = await files.saveTarget(name);
    if (target === null) {
      return;
    }
    const written = await run({ roundId, target });
    if (written !== undefined) {
      await files.deliver(target);
      setSaved(samplingWords.savedAs(written.name));
    }
  };
  const failed = [sheet.state, json.state].find((state) => state.status === 'failed');
  return (
    <div className={classes['papers']}>
      <h3>{samplingWords.forControl}</h3>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onSheet}>
          {samplingWords.showSheet}
        </Button>
        <Button
          variant="default"
          onClick={() => void save(sheet.run, samplingWords.sheetName(record.asOf, record.drawNumber))}
        >
          {samplingWords.saveSheet}
        </Button>
        <Button
          variant="default"
          onClick={() => void save(json.run, samplingWords.recordName(record.asOf, record.drawNumber))}
        >
          {samplingWords.saveRecord}
        </Button>
      </div>
      <output className={classes['quiet']}>{saved}</output>
      <ErrorNotice error={failed?.error} />
    </div>
  );
}
