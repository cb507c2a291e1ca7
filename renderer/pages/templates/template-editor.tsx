import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

import type { TemplateLine } from '#shared/contract/templates.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { Page } from '../../components/page.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { templateWords } from '../../words/templates.ts';
import { AboutForm } from './about-form.tsx';
import { EditorHead } from './editor-head.tsx';
import { ItemForm } from './item-form.tsx';
import { ItemList } from './item-list.tsx';
import { ItemPreview } from './item-preview.tsx';
import { draftProblems, noProblems } from './problem-places.ts';
import { aboutId, focusRow } from './row-focus.ts';
import { type DraftKind, draftItems, itemsById } from './template-draft.ts';
import classes from './templates.module.css';
import { useEditorKeys } from './use-editor-keys.ts';
import { useItemActs } from './use-item-acts.ts';
import { useSaveTemplate } from './use-save-template.ts';
import { useTemplateDraft } from './use-template-draft.ts';

const words = templateWords.editor;

interface TemplateEditorProps {
  /** The name under which the window keeps what is not saved. */
  readonly draft: string;
  readonly opened: ChecklistTemplate;
  /** The edition that the new one is compared with; null for a copy. */
  readonly former: ChecklistTemplate | null;
  readonly kind: DraftKind;
  /** The municipality's own edition of a built-in template that is opened again. */
  readonly own?: TemplateLine | undefined;
}

/** One edition with its questions, the question being edited, and what the reviewer will see of it. */
export function TemplateEditor({ draft, opened, former, kind, own }: TemplateEditorProps) {
  const { route, go } = useRoute();
  const editing = useTemplateDraft(draft, opened, kind);
  const { template } = editing.edited;
  const [chosen, setChosen] = useState(route.params['item'] ?? draftItems(template)[0]?.id ?? aboutId);
  const item = draftItems(template).find(({ id }) => id === chosen);
  const selected = item === undefined ? aboutId : chosen;
  const saving = useSaveTemplate({ draft, opened, editing, selected });
  const problems = saving.tried ? draftProblems(editing.edited) : noProblems;
  const acts = useItemActs({ editing, selected, onSelect: setChosen });
  useEditorKeys({ editing, selected, item, acts, save: () => void saving.save() });
  const formerItems = itemsById(former);
  return (
    <Page
      title={template.title === '' ? templateWords.title : template.title}
      note={editing.unsaved ? <StatusMark kind="partly">{words.unsaved}</StatusMark> : undefined}
      actions={
        <Button variant="default" onClick={() => go('templates')}>
          {words.back}
        </Button>
      }
      fill
    >
      <EditorHead
        {...editionWords(kind, opened, former)}
        editing={editing}
        saving={saving}
        problems={problems}
        own={own}
        saved={route.params['saved']}
      />
      <div className={classes['columns']}>
        <ItemList
          edited={editing.edited}
          former={formerItems}
          selected={selected}
          problems={problems}
          acts={acts}
          onSelect={setChosen}
        />
        <div className={classes['work']}>
          <div className={classes['middle']} onKeyDown={toRow(selected)} role="presentation">
            {item === undefined ? (
              <AboutForm editing={editing} problems={problems} />
            ) : (
              <ItemForm
                key={item.id}
                item={item}
                before={formerItems.get(item.id)}
                formerEdition={former?.edition ?? null}
                editing={editing}
                problems={problems}
                acts={acts}
              />
            )}
          </div>
          {item !== undefined && <ItemPreview item={item} template={template} />}
        </div>
      </div>
    </Page>
  );
}

/** What saving will make of the draft, in one line, and what the opened edition is. */
function editionWords(kind: DraftKind, opened: ChecklistTemplate, former: ChecklistTemplate | null) {
  const newest = former?.edition ?? opened.edition;
  const next = kind === 'own' ? newest + 1 : 1;
  return {
    next,
    explain: kind === 'own' ? words.explain.own(next, newest) : words.explain[kind],
    older: kind === 'own' && opened.edition !== newest ? words.older(newest) : null,
    name: templateWords.editionOf(opened.title, opened.edition),
  };
}

/** Esc in a field goes back to the row in the list. */
function toRow(selected: string) {
  return (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      focusRow(selected);
    }
  };
}
