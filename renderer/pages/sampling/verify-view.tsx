import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';

import type { FileRef } from '#shared/contract/operation.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatInstant } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { verifyWords as words } from '../../words/verify.ts';
import { readRecordFile } from './record-file.ts';
import { VerifyResult } from './verify-result.tsx';
import classes from './verify.module.css';

interface ChosenRecord {
  readonly name: string;
  /** Null where the file holds none. */
  readonly record: DrawRecord | null;
}

/** Repeats any draw from its record and the export: the same cases, or what differs. Nothing is stored. */
export function VerifyView() {
  const files = useFiles();
  const verifying = useCommand('sampling.verify');
  const [chosen, setChosen] = useNamedState<ChosenRecord | null>(null);
  const [file, setFile] = useState<FileRef | null>(null);
  const [choosing, setChoosing] = useState(false);
  const record = chosen?.record ?? null;
  const takeRecord = async (picked: File | null): Promise<void> => {
    if (picked !== null) {
      verifying.reset();
      setChosen({ name: picked.name, record: await readRecordFile(picked) });
    }
  };
  const takeFile = async (): Promise<void> => {
    setChoosing(true);
    try {
      const picked = await files.choose();
      if (picked !== null) {
        verifying.reset();
        setFile(picked);
      }
    } finally {
      setChoosing(false);
    }
  };
  return (
    <div className={classes['view']}>
      <Panel title={words.title}>
        <p>{words.intro}</p>
        <div className={classes['choice']}>
          <h3>{words.record}</h3>
          <FileButton accept=".json,application/json" onChange={(picked) => void takeRecord(picked)}>
            {(props) => (
              <Button {...props} variant={chosen === null ? 'filled' : 'default'}>
                {chosen === null ? words.chooseRecord : words.otherRecord}
              </Button>
            )}
          </FileButton>
          {chosen !== null && <RecordFacts chosen={chosen} />}
        </div>
        <div className={classes['choice']}>
          <h3>{words.file}</h3>
          <Button variant={record !== null && file === null ? 'filled' : 'default'} onClick={() => void takeFile()}>
            {file === null ? words.chooseFile : words.otherFile}
          </Button>
          {file !== null && <strong>{file.name}</strong>}
        </div>
        <Button
          disabled={record === null || file === null || choosing}
          loading={verifying.state.status === 'running'}
          onClick={() => record !== null && file !== null && void verifying.run({ record, file })}
        >
          {words.check}
        </Button>
      </Panel>
      <ErrorNotice error={verifying.state.status === 'failed' ? verifying.state.error : undefined} />
      {verifying.state.status === 'done' && record !== null && (
        <VerifyResult outcome={verifying.state.output} drawn={record.cases.length} />
      )}
    </div>
  );
}

function RecordFacts({ chosen: { name, record } }: { chosen: ChosenRecord }) {
  if (record === null) {
    return <Notice title={`${name}: ${words.notRecord}`}>{words.notRecordNext}</Notice>;
  }
  const { cases, drawnAt, method, drawNumber } = record;
  return (
    <p>
      <strong>{name}</strong>{' '}
      <span className={classes['quiet']}>
        {words.recordFacts(formatCount(cases.length, 'sag', 'sager'), formatInstant(drawnAt), method, drawNumber)}
      </span>
    </p>
  );
}
