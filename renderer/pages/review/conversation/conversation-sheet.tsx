import type { CaseReview } from '#shared/contract/review.ts';
import { maskCpr } from '#shared/domain/importing/mask-cpr.ts';
import { type CasePage, casePage, noConversation } from '#shared/domain/report/case-page.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import { casePageWords as words } from '#shared/words/case-page.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { AgreedPart } from './agreed-part.tsx';
import classes from './conversation.module.css';
import { FindingsTable } from './findings-table.tsx';
import { GoodPart } from './good-part.tsx';
import { useSaved } from './use-saved.ts';

/** The paper: what is good first, then the findings with the caseworker's own words beside them, then what is agreed. */
export function ConversationSheet({ review }: { review: CaseReview }) {
  const { roundId, caseId, template, answers, actions, comments } = review;
  const saving = useCommand('review.saveConversation');
  const talk = useSaved(review.conversation ?? noConversation, (conversation) =>
    saving.run({ roundId, caseId, conversation }),
  );
  const page = casePage({ template, answers, actions, comments, conversation: talk.value });
  const failed = saving.state.status === 'failed' ? saving.state.error : undefined;
  return (
    <article className={classes['paper']}>
      <p className={classes['classification']}>{words.classification}</p>
      <p className={classes['quiet']}>{aboutCase(review, page)}</p>
      <ErrorNotice error={failed} onRetry={() => void saving.run({ roundId, caseId, conversation: talk.value })} />
      <GoodPart page={page} talk={talk} />
      <section>
        <h2>{words.findingsHeading}</h2>
        {page.findings.length === 0 ? (
          <p>{words.noFindings}</p>
        ) : (
          <FindingsTable roundId={roundId} caseId={caseId} findings={page.findings} />
        )}
      </section>
      <AgreedPart page={page} talk={talk} />
    </article>
  );
}

function aboutCase({ record, reader, state, template }: CaseReview, page: CasePage): string {
  const { caseworker = '' } = record.values;
  const draft = page.answered === 0 ? words.notBegun : words.draft(page.answered, page.items);
  return [
    caseworker === '' ? '' : words.caseworker(maskCpr(caseworker)),
    reader === '' ? '' : words.reader(reader),
    isClosed(state) ? '' : draft,
    words.checklist(template.title, template.edition),
  ]
    .filter(Boolean)
    .join(' · ');
}
