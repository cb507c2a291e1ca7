import { SegmentedControl, Textarea } from '@mantine/core';

import { maskCpr } from '#shared/domain/importing/mask-cpr.ts';
import type { PageFinding } from '#shared/domain/report/case-page.ts';
import type { CaseworkerComment, Stance } from '#shared/domain/review/conversation.ts';
import { commentText } from '#shared/words/case-page.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useNamedState } from '../../../hooks/use-named-state.ts';
import { conversationWords as words } from '../../../words/conversation.ts';
import classes from './conversation.module.css';
import { OnPaper } from './on-paper.tsx';
import { useSaved } from './use-saved.ts';

interface CommentFieldProps {
  readonly roundId: string;
  readonly caseId: string;
  readonly finding: PageFinding;
}

const linesToWriteOn = 2;
const choices = ['none', 'agree', 'disagree'] as const;

/** Agree or disagree, and a line in the caseworker's own words. The answer beside it stays what it is. */
export function CommentField({ roundId, caseId, finding: { item, comment } }: CommentFieldProps) {
  const saving = useCommand('review.saveComment');
  const saved = useSaved<CaseworkerComment | null>(comment, (next) =>
    saving.run({ roundId, caseId, itemId: item.id, comment: next }),
  );
  // The words stay on the page while no stance is chosen, so that a wrong press loses none.
  const [text, setText] = useNamedState(comment?.text ?? '');
  const stance = saved.value?.stance ?? 'none';
  const choose = (next: Stance | 'none'): void => saved.change(next === 'none' ? null : { stance: next, text });
  const write = (next: string): void => {
    setText(next);
    if (stance !== 'none') saved.change({ stance, text: next });
  };
  const printed = saved.value === null ? '' : maskCpr(commentText(saved.value.stance, saved.value.text));
  return (
    <>
      <div className={classes['comment']}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={`${words.stance}: ${item.question}`}
          value={stance}
          onChange={(next) => choose(next as Stance | 'none')}
          data={choices.map((value) => ({ value, label: words.stances[value] }))}
        />
        <Textarea
          aria-label={words.line(item.question)}
          placeholder={words.linePlaceholder}
          autosize
          minRows={1}
          maxLength={2_000}
          disabled={stance === 'none'}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={saved.flush}
        />
        <ErrorNotice error={saving.state.status === 'failed' ? saving.state.error : undefined} />
      </div>
      <OnPaper text={printed} lines={linesToWriteOn} />
    </>
  );
}
