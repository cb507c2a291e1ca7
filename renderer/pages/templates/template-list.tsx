import type { TemplateLine } from '#shared/contract/templates.ts';

import { Page } from '../../components/page.tsx';
import { templateWords } from '../../words/templates.ts';
import { ImportTemplate } from './import-template.tsx';
import { TemplateRow } from './template-row.tsx';
import classes from './templates.module.css';

/** Every template in its newest edition, the earlier ones folded under it. */
export function TemplateList({ lines }: { lines: readonly TemplateLine[] }) {
  return (
    <Page title={templateWords.title} note={templateWords.note}>
      <p className={classes['quiet']}>{templateWords.list.truth}</p>
      <ImportTemplate lines={lines} />
      <ul className={classes['templates']} aria-label={templateWords.list.label}>
        {lines
          .filter(({ newest }) => newest)
          .map((line) => (
            <TemplateRow
              key={line.id}
              line={line}
              lines={lines}
              earlier={lines.filter(({ id, newest }) => id === line.id && !newest)}
            />
          ))}
      </ul>
    </Page>
  );
}
