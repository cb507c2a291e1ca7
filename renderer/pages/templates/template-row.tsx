import { Button, Title } from '@mantine/core';
import { useState } from 'react';

import type { TemplateLine } from '#shared/contract/templates.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../components/formats.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { templateWords } from '../../words/templates.ts';
import { isUnsaved } from './draft-history.ts';
import { draftKey, useDrafts } from './drafts-context.tsx';
import { draftKind } from './template-draft.ts';
import classes from './templates.module.css';

const words = templateWords.list;

interface TemplateRowProps {
  readonly line: TemplateLine;
  readonly lines: readonly TemplateLine[];
  readonly earlier: readonly TemplateLine[];
}

/** One template: what it is, and what can be done with it. */
export function TemplateRow({ line, lines, earlier }: TemplateRowProps) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <li className={classes['template']}>
      <EditionLine line={line} lines={lines} />
      {earlier.length > 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          className={classes['fold']}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {words.earlier(earlier.length)}
        </Button>
      )}
      {unfolded && (
        <ul className={classes['earlier']}>
          {earlier.map((each) => (
            <li key={each.edition}>
              <EditionLine line={each} lines={lines} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function EditionLine({ line, lines }: Omit<TemplateRowProps, 'earlier'>) {
  const { go } = useRoute();
  const drafts = useDrafts();
  const { id, edition, title, items, source, newest } = line;
  const name = templateWords.editionOf(title, edition);
  const draft = drafts.of(draftKey(id, edition, draftKind(line, lines, false) === 'copy'));
  const params = { id, edition: String(edition) };
  const opens = source === 'built-in' && draftKind(line, lines, false) === 'first' ? words.openOwn : words.open;
  return (
    <div className={classes['edition']}>
      <div className={classes['editionWords']}>
        {newest ? <Title order={2}>{title}</Title> : <strong>{title}</strong>}
        <p className={classes['quiet']}>
          {words.edition(edition)} · {formatCount(items, ...words.items)} · {words.sources[source]}
        </p>
        {draft !== undefined && isUnsaved(draft) && <StatusMark kind="partly">{words.unsaved}</StatusMark>}
      </div>
      <div className={classes['editionButtons']}>
        <Button variant="default" aria-label={words.of(opens, name)} onClick={() => go('templates', params)}>
          {opens}
        </Button>
        <Button
          variant="subtle"
          aria-label={words.of(words.copy, name)}
          onClick={() => go('templates', { ...params, copy: '1' })}
        >
          {words.copy}
        </Button>
        <ExportButtons line={line} name={name} />
      </div>
    </div>
  );
}

function ExportButtons({ line: { id, edition }, name }: { line: TemplateLine; name: string }) {
  const files = useFiles();
  const writing = useCommand('review.exportTemplate');
  const { state } = writing;
  const write = async (format: 'json' | 'xlsx'): Promise<void> => {
    const target = await files.saveTarget(`${id}-udgave-${edition}.${format}`);
    if (target !== null && (await writing.run({ id, edition, target, format })) !== undefined) {
      await files.deliver(target);
    }
  };
  return (
    <>
      {(['xlsx', 'json'] as const).map((format) => (
        <Button
          key={format}
          variant="subtle"
          aria-label={words.of(words[format], name)}
          disabled={state.status === 'running'}
          onClick={() => void write(format)}
        >
          {words[format]}
        </Button>
      ))}
      <output className={classes['wide']}>
        {state.status === 'done' && <StatusMark kind="done">{words.saved(state.output.name)}</StatusMark>}
      </output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </>
  );
}
