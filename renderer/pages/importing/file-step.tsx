import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';

import type { Inspection } from '#shared/contract/importing.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useDelayed } from '../../hooks/use-delayed.ts';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';
import type { ImportFlow } from './use-import-flow.ts';

const words = importingWords.file;

/** Which file: a button and a place to drop it; afterwards its name and what kind of file it was taken for. */
export function FileStep({ flow }: { flow: ImportFlow }) {
  const { file, inspection, opening, reading, fileError } = flow;
  const slow = useDelayed(opening);
  const busy = opening || reading !== null;
  return (
    <Panel title={importingWords.steps.file}>
      <Dropzone
        onDrop={([dropped]) => (dropped === undefined ? undefined : void flow.drop(dropped))}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        multiple={false}
        disabled={busy}
        className={classes['drop']}
        inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
      >
        <div className={classes['dropLine']}>
          <Button variant={file === null ? 'filled' : 'default'} onClick={() => void flow.choose()} disabled={busy}>
            {file === null ? words.choose : words.chooseOther}
          </Button>
          {file === null ? (
            <p className={classes['quiet']}>{words.drop}</p>
          ) : (
            <p>
              <strong>{file.name}</strong>
              {inspection !== undefined && <span className={classes['quiet']}> {describe(inspection)}</span>}
            </p>
          )}
        </div>
      </Dropzone>
      <output className={classes['quiet']}>{slow ? words.reading : words.kept}</output>
      <ErrorNotice error={fileError} />
    </Panel>
  );
}

function describe({ format, encoding, delimiter }: Inspection): string {
  const parts = [
    words.formats[format],
    encoding === null ? '' : words.encoding(encoding),
    delimiter === null ? '' : words.delimiter(words.delimiters[delimiter] ?? delimiter),
  ];
  return parts.filter(Boolean).join(', ');
}
