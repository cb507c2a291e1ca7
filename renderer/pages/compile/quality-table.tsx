import type { ProblemCode } from '#shared/domain/importing/problem.ts';
import type { Compilation } from '#shared/domain/report/compile/compilation.ts';
import { problemWords } from '#shared/words/importing.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { listWords } from '../../words/compile.ts';
import classes from './compile.module.css';
import { unitName } from './unit-name.ts';

const { quality: words } = listWords;

/** What the extracts lacked, unit by unit. */
export function QualityTable({ quality }: { quality: Compilation['quality'] }) {
  const lines = quality.filter(({ count }) => count > 0);
  return (
    <Panel title={words.title} note={words.note}>
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Scrolled label={listWords.table(words.title)}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{words.columns.unit}</th>
                <th scope="col">{words.columns.what}</th>
                {(['count', 'of'] as const).map((column) => (
                  <th key={column} scope="col" data-count="">
                    {words.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ unit, code, count, of }) => (
                <tr key={`${unit} ${code}`}>
                  <th scope="row">{unitName(unit)}</th>
                  <td>{code === 'rejected' ? words.rejected : problemWords({ code: code as ProblemCode })}</td>
                  <td data-count="">{formatNumber(count)}</td>
                  <td data-count="">{of === null ? '' : formatNumber(of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </Panel>
  );
}
