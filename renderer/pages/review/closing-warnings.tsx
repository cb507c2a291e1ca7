import { Button } from '@mantine/core';

import type { ClosingWarning } from '#shared/domain/review/closing-warnings.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';
import { warningLabels } from '#shared/words/review.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { Notice } from '../../components/notice.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';

interface ClosingWarningsProps {
  readonly template: ChecklistTemplate;
  readonly warnings: readonly ClosingWarning[];
  readonly busy: boolean;
  readonly onItem: (itemId: string) => void;
  readonly onClose: () => void;
}

/** Answers that seem to contradict something; the case closes all the same when the reviewer says so. */
export function ClosingWarnings({ template, warnings, busy, onItem, onClose }: ClosingWarningsProps) {
  const questions = new Map(templateItems(template).map(({ id, question }) => [id, question]));
  return (
    <Notice title={reviewWords.warningsTitle(warnings.length)}>
      <ul className={classes['warnings']}>
        {warnings.map(({ code, itemId, otherItemId, words }) => (
          <li key={`${code} ${itemId} ${otherItemId ?? ''}`}>
            {words ?? warningLabels[code]}
            {[itemId, otherItemId].map(
              (id) =>
                id !== undefined && (
                  <button key={id} type="button" className={classes['link']} onClick={() => onItem(id)}>
                    {questions.get(id) ?? id}
                  </button>
                ),
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={onClose} loading={busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {reviewWords.closeDespite}
        </Button>
      </div>
    </Notice>
  );
}
