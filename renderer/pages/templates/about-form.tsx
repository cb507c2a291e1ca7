import { Textarea, TextInput } from '@mantine/core';

import { templateWords } from '../../words/templates.ts';
import type { DraftProblems } from './problem-places.ts';
import { aboutId, questionId } from './row-focus.ts';
import { renameSection } from './template-draft.ts';
import classes from './templates.module.css';
import type { TemplateEditing } from './use-template-draft.ts';

const words = templateWords.fields;

/** The template's own fields: name, law, note and the names of its sections. */
export function AboutForm({ editing, problems }: { editing: TemplateEditing; problems: DraftProblems }) {
  const { template } = editing.edited;
  const set = (field: 'title' | 'law' | 'note', value: string): void =>
    editing.change((before) => ({ ...before, [field]: value }), ` ${field}`, value);
  return (
    <div className={classes['form']}>
      <TextInput
        id={questionId}
        label={words.title}
        value={template.title}
        error={problems.at(aboutId, 'title')}
        maxLength={200}
        onChange={(event) => set('title', event.currentTarget.value)}
      />
      <TextInput
        label={words.templateLaw}
        value={template.law}
        error={problems.at(aboutId, 'law')}
        maxLength={2000}
        onChange={(event) => set('law', event.currentTarget.value)}
      />
      <Textarea
        label={words.note}
        value={template.note}
        error={problems.at(aboutId, 'note')}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
      <fieldset className={classes['group']}>
        <legend>{words.sections}</legend>
        {template.sections.map(({ title }, index) => (
          <TextInput
            // A section has no id of its own: its place is its name.
            key={index}
            label={words.sectionTitle(index + 1)}
            value={title}
            error={problems.at(aboutId, `sections.${index}.title`)}
            maxLength={200}
            onChange={({ currentTarget: { value } }) =>
              editing.change((before) => renameSection(before, index, value), ` section ${index}`, value)
            }
          />
        ))}
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>{words.kept}</legend>
        <p>{words.areas(template.areas.map(({ name }) => name).join(', '))}</p>
        {(template.contradictions ?? []).length > 0 && (
          <>
            <p>{words.contradictions}</p>
            <ul className={classes['kept']}>
              {(template.contradictions ?? []).map(({ words: said }) => (
                <li key={said}>{said}</li>
              ))}
            </ul>
          </>
        )}
      </fieldset>
    </div>
  );
}
