import { Button, Checkbox, Title } from '@mantine/core';

import type { TemplateItem } from '#shared/domain/review/template.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { templateWords } from '../../words/templates.ts';
import { changeOf } from './item-change.ts';
import type { DraftProblems } from './problem-places.ts';
import { aboutId, focusQuestion, rowId } from './row-focus.ts';
import { draftItems, type Edited } from './template-draft.ts';
import classes from './templates.module.css';
import type { ItemActs } from './use-item-acts.ts';

const words = templateWords.editor;

interface ItemListProps {
  readonly edited: Edited;
  readonly former: ReadonlyMap<string, TemplateItem>;
  readonly selected: string;
  readonly problems: DraftProblems;
  readonly acts: ItemActs;
  readonly onSelect: (id: string) => void;
}

/** The questions in their sections, with what is switched off and what has changed. One row is in the order of Tab. */
export function ItemList(props: ItemListProps) {
  const { edited, selected, problems, acts, onSelect } = props;
  const items = draftItems(edited.template);
  const asked = items.filter(({ active }) => active !== false).length;
  return (
    <nav className={classes['items']} aria-label={words.questions}>
      <p className={classes['listSummary']}>{words.asked(asked, items.length)}</p>
      <button
        type="button"
        id={rowId(aboutId)}
        className={classes['row']}
        aria-current={selected === aboutId || undefined}
        tabIndex={selected === aboutId ? 0 : -1}
        onClick={() => onSelect(aboutId)}
      >
        {words.about}
        {problems.items.has(aboutId) && <StatusMark kind="broken">{words.problemMark}</StatusMark>}
      </button>
      {edited.template.sections.map((section, index) => (
        // A section has no id of its own: its place is its name.
        <section key={index} aria-label={section.title}>
          <Title order={2} className={classes['sectionTitle']}>
            {section.title}
          </Title>
          <ol className={classes['rows']}>
            {section.items.map((item) => (
              <ItemRow key={item.id} {...props} item={item} />
            ))}
          </ol>
        </section>
      ))}
      <Button variant="default" className={classes['add']} onClick={acts.add} rightSection={<KeyHint keys="n" />}>
        {words.add}
      </Button>
    </nav>
  );
}

function ItemRow(props: ItemListProps & { readonly item: TemplateItem }) {
  const { edited, former, selected, problems, acts, onSelect, item } = props;
  const current = item.id === selected;
  const question = item.question.trim() === '' ? words.unnamed : item.question;
  const change = former.size === 0 ? null : changeOf(former.get(item.id), item, edited.changes);
  return (
    <li className={classes['itemRow']} data-current={current || undefined}>
      <Checkbox
        aria-label={words.use(question)}
        checked={item.active !== false}
        tabIndex={current ? 0 : -1}
        onChange={() => acts.toggle(item.id)}
      />
      <button
        type="button"
        id={rowId(item.id)}
        className={classes['row']}
        aria-current={current || undefined}
        tabIndex={current ? 0 : -1}
        data-off={item.active === false || undefined}
        onClick={() => (current ? focusQuestion() : onSelect(item.id))}
      >
        <span>{question}</span>
        <RowMarks off={item.active === false} wrong={problems.items.has(item.id)} change={change} />
      </button>
    </li>
  );
}

function RowMarks({ off, wrong, change }: { off: boolean; wrong: boolean; change: ReturnType<typeof changeOf> }) {
  if (!off && !wrong && change === null) return null;
  return (
    <span className={classes['marks']}>
      {wrong && <StatusMark kind="broken">{words.problemMark}</StatusMark>}
      {off && <StatusMark kind="neutral">{words.off}</StatusMark>}
      {change !== null && <StatusMark kind="info">{change === 'added' ? words.added : words.marks[change]}</StatusMark>}
    </span>
  );
}
