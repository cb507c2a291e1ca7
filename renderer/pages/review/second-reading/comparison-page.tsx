import { Button } from '@mantine/core';

import type { ReadingComparison } from '#shared/contract/review.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import { type TemplateItem, templateItems } from '#shared/domain/review/template.ts';
import { shortLabelsOf } from '#shared/words/review.ts';

import { Page } from '../../../components/page.tsx';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { useRoute } from '../../../hooks/use-route.tsx';
import { secondReadingWords as words } from '../../../words/second-reading.ts';
import { AnswerMark } from '../answer-mark.tsx';
import { Scrolled } from '../../../components/scrolled.tsx';
import classes from './second-reading.module.css';

interface ComparisonPageProps {
  readonly roundId: string;
  readonly caseId: string;
}

/** Two readings of a case side by side, where they differ first; the core answers only when both are closed. */
export function ComparisonPage({ roundId, caseId }: ComparisonPageProps) {
  const { route, go } = useRoute();
  const comparison = useQuery('review.compare', { roundId, caseId });
  const reader = route.params['reader'] ?? '';
  const [first, second] = comparison.data?.readers ?? ['', ''];
  return (
    <Page
      title={words.compareTitle(caseId)}
      note={second === '' ? undefined : words.compareNote(first || words.firstReader, second)}
      actions={
        <Button variant="default" onClick={() => go('review', { view: 'second', roundId, reader })}>
          {words.back}
        </Button>
      }
    >
      <QueryView query={comparison} height={480}>
        {(found) => <Compared comparison={found} />}
      </QueryView>
    </Page>
  );
}

interface ComparedItem {
  readonly item: TemplateItem;
  readonly first: ItemAnswer | undefined;
  readonly second: ItemAnswer | undefined;
}

function Compared({ comparison }: { readonly comparison: ReadingComparison }) {
  const rows = templateItems(comparison.template).map((item) => ({
    item,
    first: comparison.first.find(({ itemId }) => itemId === item.id),
    second: comparison.second.find(({ itemId }) => itemId === item.id),
  }));
  const differ = rows.filter(({ first, second }) => first?.value !== second?.value);
  const same = rows.filter((row) => !differ.includes(row));
  return (
    <>
      <Panel title={words.differ} note={words.countOf(differ.length, rows.length)}>
        {differ.length === 0 ? (
          <p className={classes['text']}>{words.sameEverywhere}</p>
        ) : (
          <ComparedTable label={words.differ} rows={differ} readers={comparison.readers} />
        )}
      </Panel>
      {same.length > 0 && (
        <Panel title={words.agree} note={words.countOf(same.length, rows.length)}>
          <ComparedTable label={words.agree} rows={same} readers={comparison.readers} />
        </Panel>
      )}
    </>
  );
}

interface ComparedTableProps {
  readonly label: string;
  readonly rows: readonly ComparedItem[];
  readonly readers: readonly [string, string];
}

function ComparedTable({ label, rows, readers }: ComparedTableProps) {
  return (
    <Scrolled label={words.comparedTable(label)}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {[words.question, readers[0] || words.firstReader, readers[1]].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, first, second }) => (
            <tr key={item.id}>
              <th scope="row">{item.question}</th>
              <td>
                <GivenAnswer item={item} answer={first} />
              </td>
              <td>
                <GivenAnswer item={item} answer={second} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

interface GivenAnswerProps {
  readonly item: TemplateItem;
  readonly answer: ItemAnswer | undefined;
}

function GivenAnswer({ item, answer }: GivenAnswerProps) {
  return (
    <>
      <AnswerMark value={answer?.value ?? null} labels={shortLabelsOf(item)} />
      {answer?.byFacts === true && <span className={classes['note']}>{words.byFacts}</span>}
      {answer !== undefined && answer.note !== '' && <span className={classes['note']}>{answer.note}</span>}
    </>
  );
}
