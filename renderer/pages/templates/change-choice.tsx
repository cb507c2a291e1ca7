import { Radio } from '@mantine/core';

import { proposeChange } from '#shared/domain/review/template-changes.ts';
import { itemChange, type TemplateItem } from '#shared/domain/review/template.ts';

import { templateWords } from '../../words/templates.ts';
import classes from './templates.module.css';
import type { TemplateEditing } from './use-template-draft.ts';

const words = templateWords.change;

interface ChangeChoiceProps {
  readonly item: TemplateItem;
  readonly before: TemplateItem | undefined;
  readonly edition: number;
  readonly editing: TemplateEditing;
}

/** What became of a question since the edition before: proposed by comparing, and the person's to say. */
export function ChangeChoice({ item, before, edition, editing }: ChangeChoiceProps) {
  const proposed = proposeChange(before, item);
  const said = editing.edited.changes[item.id];
  return (
    <Radio.Group
      className={classes['change']}
      label={words.label(edition)}
      description={`${words.proposed(words.options[proposed])} ${words.hint}`}
      value={said ?? proposed}
      onChange={(value) => {
        const chosen = itemChange.parse(value);
        editing.setChange(item.id, chosen === proposed ? null : chosen);
      }}
    >
      <div className={classes['options']}>
        {itemChange.options.map((value) => (
          <Radio key={value} size="sm" value={value} label={words.options[value]} />
        ))}
      </div>
    </Radio.Group>
  );
}
