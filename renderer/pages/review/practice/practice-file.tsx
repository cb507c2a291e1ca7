import { Title } from '@mantine/core';

import type { PracticeSheet } from '#shared/contract/practice.ts';

import { FactList } from '../../../components/fact-list.tsx';
import { formatDate, formatMoment } from '../../../components/formats.ts';
import { Panel } from '../../../components/panel.tsx';
import { practiceWords as words } from '../../../words/practice.ts';
import classes from './practice.module.css';

interface PracticeFileProps {
  readonly sheet: PracticeSheet;
  /** True where the file stays in sight beside the questions. */
  readonly scrolls?: boolean;
}

/** The invented case as a case file would hold it: its facts, and its documents in the order of their days. */
export function PracticeFile({ sheet, scrolls = false }: PracticeFileProps) {
  return (
    <div
      {...(scrolls ? { className: classes['file'], role: 'region', tabIndex: 0, 'aria-label': words.fileBeside } : {})}
    >
      <Panel title={words.theCase}>
        <p className={classes['text']}>
          <strong>{sheet.note}</strong>
        </p>
        <FactList facts={sheet.facts.map(({ label: name, value }) => ({ name, value }))} />
        <p className={classes['quiet']}>{words.documents}</p>
        {sheet.documents.map(({ id, kind, title, date, time, author, paragraphs }) => (
          <article key={id} className={classes['document']} aria-labelledby={`document-${id}`}>
            <Title order={3} id={`document-${id}`} className={classes['title']}>
              {title}
            </Title>
            <p className={classes['quiet']}>
              {words.from(
                words.kinds[kind],
                time === undefined ? formatDate(date) : formatMoment(`${date}T${time}`),
                author,
              )}
            </p>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </article>
        ))}
      </Panel>
    </div>
  );
}
