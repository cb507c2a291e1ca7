import type { ReactNode } from 'react';

import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { listWords } from '../../words/compile.ts';
import classes from './compile.module.css';

interface ListPanelProps {
  readonly words: { readonly title: string; readonly note: string; readonly none: string };
  /** The names of the columns; those of `counts` stand to the right. */
  readonly texts: readonly string[];
  readonly counts: readonly string[];
  readonly rows: readonly ReactNode[];
}

/** A table of counts under its own name, or a sentence where there is nothing to count. */
export function ListPanel({ words, texts, counts, rows }: ListPanelProps) {
  return (
    <Panel title={words.title} note={words.note}>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Scrolled label={listWords.table(words.title)}>
          <table className={classes['table']}>
            <thead>
              <tr>
                {texts.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
                {counts.map((name) => (
                  <th key={name} scope="col" data-count="">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{rows}</tbody>
          </table>
        </Scrolled>
      )}
    </Panel>
  );
}
