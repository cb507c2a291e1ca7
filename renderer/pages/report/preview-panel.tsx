import { SegmentedControl } from '@mantine/core';

import type { Output } from '#shared/contract/operations.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';

import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import type { Query } from '../../hooks/use-query.ts';
import { reportWords as words } from '../../words/report.ts';
import { type ChoiceChange, isForCommittee, type ReportChoice } from './report-choice.ts';
import classes from './report.module.css';
import { SheetChoice } from './sheet-choice.tsx';
import { WorkbookPreview } from './workbook-preview.tsx';

interface PreviewPanelProps {
  readonly choice: ReportChoice;
  readonly preview: Query<'report.preview'>;
  readonly hits: readonly PersonDataHit[];
  readonly onChange: (part: ChoiceChange) => void;
}

/** What will be written, before it is: the workbook, and for the committee also the text of the agenda item. */
export function PreviewPanel({ choice, preview, hits, onChange }: PreviewPanelProps) {
  const sheets = preview.data?.workbook.sheets ?? [];
  const index = Math.max(
    sheets.findIndex(({ name }) => name === choice.sheet),
    0,
  );
  const names = sheets.map(({ name }) => name);
  return (
    <Panel title={words.preview} note={words.kinds[choice.kind].title} className={classes['preview']}>
      <div className={classes['controls']}>
        {isForCommittee(choice.kind) && <FormatChoice format={choice.format} onChange={onChange} />}
        <SheetChoice names={names} index={index} onChange={(sheet) => onChange({ sheet })} />
      </div>
      <QueryView query={preview} height={800}>
        {(data) => <Paper data={data} index={index} hits={hits} target={choice.target} />}
      </QueryView>
    </Panel>
  );
}

function FormatChoice({ format, onChange }: Pick<ReportChoice, 'format'> & Pick<PreviewPanelProps, 'onChange'>) {
  return (
    <SegmentedControl
      aria-label={words.format}
      className={classes['tabs']}
      value={format}
      onChange={(value) => onChange({ format: value === 'docx' ? 'docx' : 'xlsx', sheet: null })}
      data={(['xlsx', 'docx'] as const).map((value) => ({ value, label: words.formats[value] }))}
    />
  );
}

interface PaperProps extends Pick<ReportChoice, 'target'> {
  readonly data: Output<'report.preview'>;
  readonly index: number;
  readonly hits: readonly PersonDataHit[];
}

function Paper({ data: { workbook, rowCounts = [] }, index, hits, target }: PaperProps) {
  const sheet = workbook.sheets[index];
  return sheet === undefined ? null : (
    <WorkbookPreview
      workbook={workbook}
      sheet={sheet}
      rowCount={rowCounts[index] ?? sheet.rows.length}
      hits={hits}
      target={target}
    />
  );
}
