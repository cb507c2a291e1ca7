import type { PageFinding } from '#shared/domain/report/case-page.ts';
import { casePageWords as words } from '#shared/words/case-page.ts';
import { answerWords, severityWords } from '#shared/words/report.ts';

import { StatusMark } from '../../../components/status-mark.tsx';
import { conversationWords } from '../../../words/conversation.ts';
import { CommentField } from './comment-field.tsx';
import classes from './conversation.module.css';

interface FindingsTableProps {
  readonly roundId: string;
  readonly caseId: string;
  readonly findings: readonly PageFinding[];
}

/** The findings, critical ones first, each with the caseworker's own words beside it. On paper its head repeats. */
export function FindingsTable({ roundId, caseId, findings }: FindingsTableProps) {
  const { question, note, comment } = words.columns;
  return (
    <table className={classes['findings']}>
      <thead>
        <tr>
          <th scope="col">{question}</th>
          <th scope="col">{note}</th>
          <th scope="col">{comment}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.item.id}>
            <Question finding={finding} />
            <td>
              {finding.note !== '' && <p>{finding.note}</p>}
              {finding.evidence !== '' && <p className={classes['quiet']}>{words.evidence(finding.evidence)}</p>}
            </td>
            <td>
              <CommentField roundId={roundId} caseId={caseId} finding={finding} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Question({ finding: { item, value, critical } }: { finding: PageFinding }) {
  return (
    <td>
      <p className={classes['question']}>{item.question}</p>
      <p>
        {critical ? (
          <StatusMark kind="critical">
            {conversationWords.answer(answerWords[value], severityWords.critical)}
          </StatusMark>
        ) : (
          <span>{conversationWords.answer(answerWords[value], severityWords[item.severity])}</span>
        )}
      </p>
      <p className={classes['quiet']}>{item.lawyerCheck ? `${item.law}. ${words.lawyerCheck}` : item.law}</p>
    </td>
  );
}
