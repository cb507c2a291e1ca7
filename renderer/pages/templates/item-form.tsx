import { Button, NativeSelect, Switch, Textarea } from '@mantine/core';

import type { TemplateItem } from '#shared/domain/review/template.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { templateWords } from '../../words/templates.ts';
import { ChangeChoice } from './change-choice.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { changeOf } from './item-change.ts';
import type { ItemFields } from './item-fields.ts';
import { ItemGrading } from './item-grading.tsx';
import { ItemLaw } from './item-law.tsx';
import type { DraftProblems } from './problem-places.ts';
import { questionId } from './row-focus.ts';
import { draftItems, patchItem, placeOf } from './template-draft.ts';
import classes from './templates.module.css';
import { canMove, type ItemActs } from './use-item-acts.ts';
import type { TemplateEditing } from './use-template-draft.ts';

const words = templateWords.fields;
const { editor } = templateWords;

interface ItemFormProps {
  readonly item: TemplateItem;
  /** The item in the edition that the new one is compared with. */
  readonly before: TemplateItem | undefined;
  readonly formerEdition: number | null;
  readonly editing: TemplateEditing;
  readonly problems: DraftProblems;
  readonly acts: ItemActs;
}

/** Everything that one question says, in the order in which it is thought of. */
export function ItemForm({ item, before, formerEdition, editing, problems, acts }: ItemFormProps) {
  const { id } = item;
  const fields: ItemFields = {
    item,
    patch: (patch, writing, text) =>
      editing.change(
        (template) => patchItem(template, id, patch),
        writing === undefined ? undefined : `${id} ${writing}`,
        text,
      ),
    wrong: (field) => problems.at(id, field),
  };
  const { template, changes } = editing.edited;
  const change = changeOf(before, item, changes);
  return (
    <div className={classes['form']}>
      <FormHead item={item} isNew={before === undefined && formerEdition !== null} editing={editing} acts={acts} />
      {formerEdition !== null && change !== null && change !== 'added' && (
        <ChangeChoice item={item} before={before} edition={formerEdition} editing={editing} />
      )}
      <TextField fields={fields} name="question" id={questionId} />
      <TextField fields={fields} name="yesWhen" optional />
      <TextField fields={fields} name="partlyWhen" optional />
      <TextField fields={fields} name="evidence" />
      <ItemGrading fields={fields} areas={template.areas}>
        <NativeSelect
          label={words.section}
          value={String(placeOf(template, id)?.[0] ?? 0)}
          data={[
            ...template.sections.map(({ title }, index) => ({ value: String(index), label: title })),
            { value: String(template.sections.length), label: words.newSection },
          ]}
          onChange={(event) => acts.moveTo(id, Number(event.currentTarget.value), words.newSection)}
        />
      </ItemGrading>
      <fieldset className={classes['group']}>
        <legend>{words.relevance}</legend>
        <TextField fields={fields} name="applies" />
        <ConditionEditor
          value={item.condition}
          items={draftItems(template).filter((each) => each.id !== id)}
          version={editing.version}
          error={fields.wrong('condition')}
          onChange={(condition) => fields.patch({ condition })}
        />
      </fieldset>
      <ItemLaw fields={fields} version={editing.version} />
    </div>
  );
}

function FormHead({
  item,
  isNew,
  editing,
  acts,
}: Pick<ItemFormProps, 'item' | 'editing' | 'acts'> & { isNew: boolean }) {
  const { id } = item;
  return (
    <div className={classes['formHead']}>
      <Switch
        label={editor.active}
        description={item.active === false ? editor.activeHint : undefined}
        checked={item.active !== false}
        onChange={() => acts.toggle(id)}
      />
      <div className={classes['formButtons']}>
        <Button
          variant="default"
          disabled={!canMove(editing, id, -1)}
          onClick={() => acts.move(id, -1)}
          rightSection={<KeyHint keys="Shift+ArrowUp" />}
        >
          {editor.up}
        </Button>
        <Button
          variant="default"
          disabled={!canMove(editing, id, 1)}
          onClick={() => acts.move(id, 1)}
          rightSection={<KeyHint keys="Shift+ArrowDown" />}
        >
          {editor.down}
        </Button>
        {isNew && (
          <Button variant="default" onClick={() => acts.remove(id)}>
            {editor.remove}
          </Button>
        )}
      </div>
    </div>
  );
}

interface TextFieldProps {
  readonly fields: ItemFields;
  readonly name: 'question' | 'yesWhen' | 'partlyWhen' | 'evidence' | 'applies';
  readonly id?: string;
  /** True: an empty text is no text. */
  readonly optional?: boolean;
}

function TextField({ fields, name, id, optional = false }: TextFieldProps) {
  return (
    <Textarea
      {...(id === undefined ? {} : { id })}
      label={words[name]}
      value={fields.item[name] ?? ''}
      error={fields.wrong(name)}
      maxLength={2000}
      autosize
      minRows={1}
      onChange={({ currentTarget: { value } }) =>
        fields.patch({ [name]: optional && value === '' ? undefined : value }, name, value)
      }
    />
  );
}
