import { Title } from '@mantine/core';

import type { PracticeItemResult, PracticeResult, PracticeSheet } from '#shared/contract/practice.ts';
import { agreedText, coefficientText, gradeText } from '#shared/domain/review/agreement-text.ts';

import { formatPercent } from '../../../components/formats.ts';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { StatusMark } from '../../../components/status-mark.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { practiceWords as words } from '../../../words/practice.ts';
import { secondReadingWords } from '../../../words/second-reading.ts';
import { AnswerMark } from '../answer-mark.tsx';
import { AgreementWords, kappaText } from '../second-reading/agreement-panel.tsx';
import classes from './practice.module.css';

interface PracticeResultPanelProps {
  readonly sheet: PracticeSheet;
  readonly reader: string;
}

/** What everybody who is done answered, where they differ first, with the proposed answer and its reason. */
export function PracticeResultPanel({ sheet, reader }: PracticeResultPanelProps) {
  const result = useQuery('review.practiceResult', { reader });
  return (
    <QueryView query={result} height={480}>
      {(found) => (
        <Panel title={words.resultTitle} note={words.readersDone(found.readers.join(', '), found.unfinished)}>
          <Summary result={found} />
          {found.items.map((item) => (
            <ItemResult key={item.itemId} item={item} sheet={sheet} />
          ))}
        </Panel>
      )}
    </QueryView>
  );
}

function Summary({ result: { total, two, items } }: { readonly result: PracticeResult }) {
  if (total.share === null) return <p className={classes['text']}>{words.resultOne}</p>;
  if (two === null) {
    return <p className={classes['text']}>{words.pairs(total.agreed, total.pairs, formatPercent(total.share))}</p>;
  }
  const ac1 = secondReadingWords.grade(coefficientText(two.ac1), gradeText(two));
  return (
    <>
      <p className={classes['text']}>
        {words.two(agreedText(two), items.length)} {words.ac1(ac1)}
      </p>
      <details>
        <summary>{secondReadingWords.showKappa}</summary>
        <p className={classes['text']}>{words.kappa(kappaText(two))}</p>
        <AgreementWords />
      </details>
    </>
  );
}

function ItemResult({ item, sheet }: { readonly item: PracticeItemResult; readonly sheet: PracticeSheet }) {
  const { question, answers, proposed, pairs, agreed } = item;
  const titles = sheet.documents.filter(({ id }) => proposed.documents.includes(id)).map(({ title }) => title);
  return (
    <article className={classes['result']} aria-labelledby={`result-${item.itemId}`}>
      <header className={classes['resultHead']}>
        <Title order={3} id={`result-${item.itemId}`} className={classes['title']}>
          {question}
        </Title>
        {pairs > 0 && (
          <StatusMark kind={agreed === pairs ? 'done' : 'info'}>
            {pairs === 1 ? (agreed === 1 ? words.same : words.differ) : words.itemShare(agreed, pairs)}
          </StatusMark>
        )}
      </header>
      <ul className={classes['answers']}>
        {answers.map(({ reader, value, note }) => (
          <li key={reader}>
            <span className={classes['name']}>{reader}</span>
            <AnswerMark value={value} />
            {note !== '' && <p className={classes['quiet']}>{note}</p>}
          </li>
        ))}
      </ul>
      <div className={classes['proposal']}>
        <span className={classes['name']}>{words.proposed}</span>
        <AnswerMark value={proposed.value} />
        <p>{proposed.why}</p>
        <p className={classes['quiet']}>{words.seen(titles.join(', '))}</p>
      </div>
    </article>
  );
}
