import { Textarea } from '@mantine/core';

import type { CasePage } from '#shared/domain/report/case-page.ts';
import type { Conversation } from '#shared/domain/review/conversation.ts';
import { casePageWords as words } from '#shared/words/case-page.ts';

import { conversationWords } from '../../../words/conversation.ts';
import classes from './conversation.module.css';
import { OnPaper } from './on-paper.tsx';
import type { Saved } from './use-saved.ts';

/** What is listed by its words; the rest of what was answered yes is counted. */
const mostListed = 5;

/** What is good, first: the leader's words, what was starred, and yes to what matters most to the child. */
export function GoodPart({ page, talk }: { page: CasePage; talk: Saved<Conversation> }) {
  const { yes, relevant, starred, important, others } = page.good;
  const listed = important.slice(0, mostListed);
  const rest = others + important.length - listed.length;
  return (
    <section>
      <h2>{words.goodHeading}</h2>
      <p>{yes === 0 ? words.noGood : words.goodCount(yes, relevant)}</p>
      <Textarea
        className={classes['field']}
        label={conversationWords.praise}
        autosize
        minRows={2}
        maxLength={5_000}
        value={talk.value.praise}
        onChange={(event) => talk.change({ ...talk.value, praise: event.currentTarget.value })}
        onBlur={talk.flush}
      />
      <OnPaper text={page.conversation.praise} />
      {starred.length > 0 && (
        <ul className={classes['starred']}>
          {starred.map(({ item, line }) => (
            <li key={item.id}>{words.starred(item.question, line)}</li>
          ))}
        </ul>
      )}
      {listed.length > 0 && (
        <>
          <h3>{words.critical}</h3>
          <ul className={classes['good']}>
            {listed.map(({ id, question }) => (
              <li key={id}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {rest > 0 && yes > rest && <p className={classes['quiet']}>{words.others(rest)}</p>}
    </section>
  );
}
