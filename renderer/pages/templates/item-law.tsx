import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';

import { dateFieldIds } from '#shared/domain/review/conditions.ts';
import { lawIds, type LawReference } from '#shared/domain/review/template.ts';
import { fieldWords } from '#shared/words/importing.ts';
import { lawNames } from '#shared/words/review-conditions.ts';

import { DateField } from '../../components/date-field.tsx';
import { capitalise } from '../../components/formats.ts';
import { templateWords } from '../../words/templates.ts';
import type { ItemFields } from './item-fields.ts';
import classes from './templates.module.css';

const words = templateWords.fields;
const lawChoices = lawIds.map((value) => ({ value, label: capitalise(lawNames[value]) }));
const eventChoices = [
  { value: '', label: words.noEvent },
  ...dateFieldIds.map((value) => ({ value, label: fieldWords[value] })),
];

/** The law of a question: the words that are shown, the paragraphs with their time in force, and whose day decides. */
export function ItemLaw({ fields, version }: { fields: ItemFields; version: number }) {
  const { item, patch, wrong } = fields;
  return (
    <fieldset className={classes['group']}>
      <legend>{words.law}</legend>
      <TextInput
        label={words.lawText}
        value={item.law}
        error={wrong('law')}
        maxLength={2000}
        onChange={({ currentTarget: { value } }) => patch({ law: value }, 'law', value)}
      />
      <Checkbox
        label={words.lawyerCheck}
        checked={item.lawyerCheck}
        onChange={(event) => patch({ lawyerCheck: event.currentTarget.checked })}
      />
      <References
        references={item.references ?? []}
        version={version}
        error={wrong('references')}
        onChange={(references) => patch({ references: references.length === 0 ? undefined : [...references] })}
      />
      <EventFields fields={fields} />
    </fieldset>
  );
}

interface ReferencesProps {
  readonly references: readonly LawReference[];
  readonly version: number;
  readonly error: string | undefined;
  readonly onChange: (references: readonly LawReference[]) => void;
}

function References({ references, version, error, onChange }: ReferencesProps) {
  const add: LawReference = { law: 'barnets-lov', paragraph: '', from: '2024-01-01', until: null };
  return (
    <section className={classes['lines']} aria-label={words.references}>
      <p className={classes['label']}>{words.references}</p>
      {references.map((reference, index) => (
        <ReferenceFields
          // A paragraph has no id of its own; its fields begin again after every undo.
          key={`${index} of ${references.length} ${version}`}
          reference={reference}
          number={index + 1}
          onChange={(changed) => onChange(references.with(index, changed))}
          onRemove={() => onChange(references.toSpliced(index, 1))}
        />
      ))}
      {error !== undefined && <p className={classes['wrong']}>{error}</p>}
      <Button variant="default" onClick={() => onChange([...references, add])}>
        {words.addReference}
      </Button>
    </section>
  );
}

interface ReferenceFieldsProps {
  readonly reference: LawReference;
  readonly number: number;
  readonly onChange: (reference: LawReference) => void;
  readonly onRemove: () => void;
}

function ReferenceFields({ reference, number, onChange, onRemove }: ReferenceFieldsProps) {
  const { law, paragraph, from, until } = reference;
  return (
    <fieldset className={classes['line']} aria-label={words.reference(number)}>
      <NativeSelect
        label={words.referenceLaw}
        value={law}
        data={lawChoices}
        onChange={(event) =>
          onChange({ ...reference, law: lawIds.find((id) => id === event.currentTarget.value) ?? law })
        }
      />
      <TextInput
        label={words.paragraph}
        value={paragraph}
        maxLength={200}
        onChange={(event) => onChange({ ...reference, paragraph: event.currentTarget.value })}
      />
      <DateField
        className={classes['day']}
        label={words.from}
        value={from ?? ''}
        onChange={(day) => onChange({ ...reference, from: day === '' ? null : day })}
      />
      <DateField
        className={classes['day']}
        label={words.until}
        value={until ?? ''}
        onChange={(day) => onChange({ ...reference, until: day === '' ? null : day })}
      />
      <Button variant="subtle" size="compact-md" aria-label={words.removeReference(number)} onClick={onRemove}>
        {templateWords.condition.remove}
      </Button>
    </fieldset>
  );
}

/** The first of these dates that a case has decides which law it is judged by. */
function EventFields({ fields: { item, patch } }: { fields: ItemFields }) {
  const chosen = item.event ?? [];
  const set = (index: number, value: string): void => {
    const field = dateFieldIds.find((id) => id === value);
    const event = field === undefined ? chosen.toSpliced(index, 1) : chosen.toSpliced(index, 1, field);
    patch({ event: event.length === 0 ? undefined : event });
  };
  return (
    <div className={classes['pairs']}>
      {[...chosen, ''].map((field, index) => (
        <NativeSelect
          // The place in the order is what the field is.
          key={index}
          label={index === 0 ? words.event : words.eventNext(index + 1)}
          value={field}
          data={eventChoices}
          onChange={(event) => set(index, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
