import { Textarea } from '@mantine/core';

import type { CasePage } from '#shared/domain/report/case-page.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { Conversation } from '#shared/domain/review/conversation.ts';
import { casePageWords as words } from '#shared/words/case-page.ts';

import { DateField } from '../../../components/date-field.tsx';
import { formatDate } from '../../../components/formats.ts';
import { StatusMark } from '../../../components/status-mark.tsx';
import { conversationWords } from '../../../words/conversation.ts';
import classes from './conversation.module.css';
import { OnPaper } from './on-paper.tsx';
import type { Saved } from './use-saved.ts';

const linesToWriteOn = 2;

/** What is agreed, until when, and what has become an action. */
export function AgreedPart({ page, talk }: { page: CasePage; talk: Saved<Conversation> }) {
  const { agreement, due, held } = page.conversation;
  const change = (part: Partial<Conversation>): void => talk.change({ ...talk.value, ...part });
  return (
    <section>
      <h2>{words.agreedHeading}</h2>
      <Textarea
        className={classes['field']}
        label={conversationWords.agreement}
        description={conversationWords.noName}
        autosize
        minRows={2}
        maxLength={5_000}
        value={talk.value.agreement}
        onChange={(event) => change({ agreement: event.currentTarget.value })}
        onBlur={talk.flush}
      />
      <OnPaper text={agreement} lines={linesToWriteOn} />
      <div className={classes['dates']} onBlur={talk.flush}>
        <DateField
          label={conversationWords.due}
          value={talk.value.due ?? ''}
          onChange={(iso) => change({ due: iso === '' ? null : iso })}
        />
        <DateField
          label={conversationWords.held}
          value={talk.value.held ?? ''}
          onChange={(iso) => change({ held: iso === '' ? null : iso })}
        />
      </div>
      <dl className={classes['datesOnPaper']}>
        <dt>{words.due}</dt>
        <dd>{due === null ? '' : formatDate(due)}</dd>
        <dt>{words.held}</dt>
        <dd>{held === null ? '' : formatDate(held)}</dd>
      </dl>
      <h3>{words.actionsHeading}</h3>
      {page.actions.length === 0 ? <p>{words.noActions}</p> : <Actions actions={page.actions} />}
    </section>
  );
}

function Actions({ actions }: { actions: readonly Action[] }) {
  return (
    <ul className={classes['actions']}>
      {actions.map(({ id, text, owner, due, done, critical }) => (
        <li key={id}>
          <StatusMark kind={done === null ? (critical ? 'critical' : 'neutral') : 'done'}>
            {words.actionState(done === null ? null : formatDate(done), critical)}
          </StatusMark>
          <span>{conversationWords.action(text, owner, due === null ? '' : formatDate(due))}</span>
        </li>
      ))}
    </ul>
  );
}
