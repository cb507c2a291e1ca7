import { Button } from '@mantine/core';
import { useState } from 'react';

import type { TemplateLine, TemplateOutcome } from '#shared/contract/templates.ts';
import type { TemplateProblem } from '#shared/domain/review/template-problem.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatNumber } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { templateWords } from '../../words/templates.ts';
import classes from './templates.module.css';

const words = templateWords.import;

/** More lines than this help nobody: the first ones are mended first. */
const mostShown = 200;

interface Imported {
  readonly file: string;
  readonly outcome: TemplateOutcome;
  /** True where the edition stood on the shelf before. */
  readonly known: boolean;
}

/** A template from a file: it is here afterwards, or a list says what is wrong with the file and nothing has changed. */
export function ImportTemplate({ lines }: { lines: readonly TemplateLine[] }) {
  const files = useFiles();
  const reading = useCommand('review.importTemplate');
  const [imported, setImported] = useState<Imported | null>(null);
  const { state } = reading;
  const choose = async (): Promise<void> => {
    const file = await files.choose();
    if (file === null) return;
    setImported(null);
    const outcome = await reading.run({ file });
    if (outcome === undefined) return;
    const { saved } = outcome;
    const known = lines.some(({ id, edition }) => id === saved?.id && edition === saved.edition);
    setImported({ file: file.name, outcome, known });
  };
  return (
    <div className={classes['import']}>
      <div className={classes['importLine']}>
        <Button variant="default" disabled={state.status === 'running'} onClick={() => void choose()}>
          {words.button}
        </Button>
        <span className={classes['quiet']}>{words.hint}</span>
      </div>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      {imported !== null && <Outcome {...imported} onClose={() => setImported(null)} />}
    </div>
  );
}

function Outcome({ file, outcome: { saved, problems }, known, onClose }: Imported & { onClose: () => void }) {
  if (saved !== null) {
    const name = templateWords.editionOf(saved.title, saved.edition);
    const items = formatCount(saved.items, ...templateWords.list.items);
    return <Notice>{known ? words.same(name) : words.done(name, items)}</Notice>;
  }
  return (
    <Panel title={words.badTitle(file)}>
      <p role="alert">{words.bad(formatCount(problems.length, ...words.problems))}</p>
      <ProblemTable problems={problems.slice(0, mostShown)} />
      {problems.length > mostShown && <p className={classes['quiet']}>{words.capped(formatNumber(mostShown))}</p>}
      <Button variant="default" onClick={onClose}>
        {words.close}
      </Button>
    </Panel>
  );
}

/** What scrolls can be reached with the keyboard. */
const scrolled = { role: 'region', 'aria-label': words.table, tabIndex: 0 };

function ProblemTable({ problems }: { problems: readonly TemplateProblem[] }) {
  return (
    <div className={classes['problems']} {...scrolled}>
      <table className={classes['problemTable']}>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.words}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, field, code, words: said }) => (
            <tr key={`${line} ${field} ${code} ${said}`}>
              <td>{line === null ? '' : formatNumber(line)}</td>
              <td>{field}</td>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
