import { Button } from '@mantine/core';
import { useState } from 'react';

import type { TemplateLine } from '#shared/contract/templates.ts';

import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../components/formats.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { templateWords } from '../../words/templates.ts';
import type { DraftProblems } from './problem-places.ts';
import classes from './templates.module.css';
import type { TemplateSaving } from './use-save-template.ts';
import type { TemplateEditing } from './use-template-draft.ts';

const words = templateWords.editor;

interface EditorHeadProps {
  readonly editing: TemplateEditing;
  readonly saving: TemplateSaving;
  readonly problems: DraftProblems;
  /** What saving will make, in one line. */
  readonly explain: string;
  readonly older: string | null;
  readonly own: TemplateLine | undefined;
  /** The edition that saving makes. */
  readonly next: number;
  /** Present after saving: a new edition was made, or there was nothing new. */
  readonly saved: string | undefined;
  readonly name: string;
}

/** What saving will do, and the buttons: undo, discard, save. */
export function EditorHead(props: EditorHeadProps) {
  const { editing, saving, problems, explain, older, own, next, saved, name } = props;
  const { go } = useRoute();
  const [discarding, setDiscarding] = useState(false);
  const error = saving.error ?? undefined;
  return (
    <div className={classes['head']}>
      <div className={classes['explain']}>
        <p>{explain}</p>
        {older !== null && <p className={classes['quiet']}>{older}</p>}
        {own !== undefined && (
          <p>
            {words.hasOwn}{' '}
            <button
              type="button"
              className={classes['link']}
              onClick={() => go('templates', { id: own.id, edition: String(own.edition) })}
            >
              {words.openOwn}
            </button>
          </p>
        )}
        <output>
          {saved !== undefined && !editing.unsaved && (
            <StatusMark kind={saved === 'same' ? 'info' : 'done'}>
              {saved === 'same' ? words.nothingNew : words.saved(name)}
            </StatusMark>
          )}
        </output>
        <div role="alert">
          {problems.count > 0 && (
            <StatusMark kind="broken">{words.problemsTitle(formatCount(problems.count, ...words.problems))}</StatusMark>
          )}
          {saving.refused.map(({ field, words: said }) => (
            <p key={`${field} ${said}`}>
              {field}: {said}
            </p>
          ))}
        </div>
        <ErrorNotice error={error} />
      </div>
      <div className={classes['headButtons']}>
        <Button variant="subtle" disabled={!editing.canUndo} onClick={editing.undo}>
          {words.undo}
        </Button>
        <Button variant="subtle" disabled={!editing.canRedo} onClick={editing.redo}>
          {words.redo}
        </Button>
        <Button variant="default" disabled={!editing.unsaved} onClick={() => setDiscarding(true)}>
          {words.discard}
        </Button>
        <Button
          disabled={!editing.unsaved}
          loading={saving.running}
          onClick={() => void saving.save()}
          rightSection={<KeyHint keys="Ctrl+S" />}
        >
          {words.save(next)}
        </Button>
      </div>
      <ConfirmDialog
        opened={discarding}
        title={words.discardTitle}
        confirm={words.discard}
        onConfirm={() => {
          editing.discard();
          setDiscarding(false);
        }}
        onClose={() => setDiscarding(false)}
      >
        <p>{words.discardText(formatCount(editing.steps, ...words.steps))}</p>
      </ConfirmDialog>
    </div>
  );
}
