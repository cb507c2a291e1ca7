import { Button } from '@mantine/core';
import { useEffect } from 'react';

import { useApplication } from '../../../hooks/application.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { StatusMark } from '../../../components/status-mark.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useFiles } from '../../../hooks/use-files.ts';
import { useQuery } from '../../../hooks/use-query.ts';
import { useRoute } from '../../../hooks/use-route.tsx';
import { conversationWords as words } from '../../../words/conversation.ts';
import { ConversationSheet } from './conversation-sheet.tsx';
import classes from './conversation.module.css';

interface ConversationPageProps {
  readonly roundId: string;
  readonly caseId: string;
}

/** The talk with the caseworker about one case, on one page: written here, printed from here. */
export function ConversationPage({ roundId, caseId }: ConversationPageProps) {
  const { application } = useApplication();
  const { go } = useRoute();
  const review = useQuery('review.open', { roundId, caseId });
  const files = useFiles();
  const writing = useCommand('report.write');
  useEffect(() => {
    // Seeing a case is logged; that the log could not be written is told by the save mark, not by this page.
    application['review.viewed']({ roundId, caseId }).catch(() => undefined);
  }, [application, roundId, caseId]);
  // A field saves itself when it is left, so what the page shows is on its way before the file is asked for.
  const write = async (): Promise<void> => {
    const target = await files.saveTarget(words.file(caseId));
    if (target === null) return;
    if ((await writing.run({ roundId, kind: 'case', caseId, target })) !== undefined) {
      await files.deliver(target);
    }
  };
  const actions = (
    <div className={classes['ways']}>
      <Button variant="default" onClick={() => go('review', { roundId, caseId })}>
        {words.back}
      </Button>
      <Button variant="default" onClick={() => void write()} loading={writing.state.status === 'running'}>
        {words.save}
      </Button>
      <Button onClick={() => window.print()}>{words.print}</Button>
    </div>
  );
  return (
    <Page title={words.title(caseId)} actions={actions}>
      <output className={classes['ways']}>
        {writing.state.status === 'done' && (
          <StatusMark kind="done">{words.saved(writing.state.output.name)}</StatusMark>
        )}
      </output>
      <ErrorNotice error={writing.state.status === 'failed' ? writing.state.error : undefined} />
      <QueryView query={review} height={800}>
        {(opened) => <ConversationSheet key={`${roundId}/${caseId}`} review={opened} />}
      </QueryView>
    </Page>
  );
}
