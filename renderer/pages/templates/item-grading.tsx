import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

import { itemType, severity, type TemplateArea } from '#shared/domain/review/template.ts';
import { itemTypeLabels } from '#shared/words/review.ts';

import { templateWords } from '../../words/templates.ts';
import type { ItemFields } from './item-fields.ts';
import { ruleChoices } from './rule-label.ts';
import classes from './templates.module.css';

const words = templateWords.fields;

interface ItemGradingProps {
  readonly fields: ItemFields;
  readonly areas: readonly TemplateArea[];
  readonly children: ReactNode;
}

/** How heavy a question weighs, how it is answered, where it belongs, and the date rule that suggests an answer. */
export function ItemGrading({ fields: { item, patch, wrong }, areas, children }: ItemGradingProps) {
  return (
    <fieldset className={classes['group']}>
      <legend>{words.assess}</legend>
      <div className={classes['pairs']}>
        <NativeSelect
          label={words.type}
          value={item.type}
          error={wrong('type')}
          data={itemType.options.map((value) => ({ value, label: itemTypeLabels[value] }))}
          onChange={(event) => patch({ type: itemType.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={words.severity}
          value={item.severity}
          error={wrong('severity')}
          data={severity.options.map((value) => ({ value, label: words.severities[value] }))}
          onChange={(event) => patch({ severity: severity.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={words.scale}
          value={item.scale ?? 'fulfilment'}
          data={(['fulfilment', 'degree'] as const).map((value) => ({ value, label: words.scales[value] }))}
          onChange={(event) => patch({ scale: event.currentTarget.value === 'degree' ? 'degree' : undefined })}
        />
        <NativeSelect
          label={words.area}
          value={item.area}
          error={wrong('area')}
          data={areas.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => patch({ area: event.currentTarget.value })}
        />
        {children}
        <NativeSelect
          label={words.rule}
          value={item.rule ?? ''}
          error={wrong('rule')}
          data={[{ value: '', label: words.noRule }, ...ruleChoices]}
          onChange={(event) => patch({ rule: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
