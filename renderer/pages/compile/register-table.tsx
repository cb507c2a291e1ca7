import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { listWords } from '../../words/compile.ts';
import classes from './compile.module.css';

const { register: words } = listWords;

/** Where what is registered is not what the readers found. */
export function RegisterTable({ errors }: { errors: Compilation['registerErrors'] }) {
  return (
    <Panel title={words.title} note={words.note}>
      {errors.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Scrolled label={listWords.table(words.title)}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{words.columns.question}</th>
                {(['errors', 'of'] as const).map((column) => (
                  <th key={column} scope="col" data-count="">
                    {words.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {errors.map(({ itemId, question, errors: count, of }) => (
                <tr key={itemId}>
                  <th scope="row">{question}</th>
                  <td data-count="">{formatNumber(count)}</td>
                  <td data-count="">{formatNumber(of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </Panel>
  );
}
