import { useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { TemplateProblem } from '#shared/domain/review/template-problem.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { useCommand } from '../../hooks/use-command.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { useDrafts } from './drafts-context.tsx';
import { draftProblems } from './problem-places.ts';
import type { TemplateEditing } from './use-template-draft.ts';

export interface TemplateSaving {
  /** True once saving was tried: from then on every field says what is wrong with it. */
  readonly tried: boolean;
  readonly running: boolean;
  readonly error: AppError | undefined;
  /** What the core found that the page had not. */
  readonly refused: readonly TemplateProblem[];
  readonly save: () => Promise<void>;
}

interface SaveNeeds {
  readonly draft: string;
  readonly opened: ChecklistTemplate;
  readonly editing: TemplateEditing;
  readonly selected: string;
}

/** Keeps the draft as a new edition and opens it; a draft with problems stays, and is checked from then on. */
export function useSaveTemplate({ draft, opened, editing, selected }: SaveNeeds): TemplateSaving {
  const { go } = useRoute();
  const drafts = useDrafts();
  const { state, run } = useCommand('review.saveTemplate');
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    if (!editing.unsaved || state.status === 'running') return;
    setTried(true);
    if (draftProblems(editing.edited).count > 0) return;
    const { template, changes } = editing.edited;
    const outcome = await run({ template, changes });
    const saved = outcome?.saved ?? null;
    if (saved === null) return;
    const same = saved.id === opened.id && saved.edition === opened.edition;
    drafts.keep(draft, null);
    go('templates', {
      id: saved.id,
      edition: String(saved.edition),
      item: selected,
      saved: same ? 'same' : 'new',
    });
  };
  return {
    tried,
    running: state.status === 'running',
    error: state.status === 'failed' ? state.error : undefined,
    refused: state.status === 'done' ? state.output.problems : [],
    save,
  };
}
