import { SegmentedControl } from '@mantine/core';

import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import type { Query } from '../../hooks/use-query.ts';
import { reportWords as words } from '../../words/report.ts';
import { type ChoiceChange, isForCommittee, type ReportChoice } from './report-choice.ts';
import classes from './report.module.css';
import { WorkbookPreview } from './workbook-preview.tsx';

interface PreviewPanelProps {
  readonly choice: ReportChoice;
  readonly preview: Query<'report.preview'>;
  readonly onChange: (part: ChoiceChange) => void;
}

/** What will be written, before it is: the workbook, and for the committee also the text of the agenda item. */
export function PreviewPanel({ choice, preview, onChange }: PreviewPanelProps) {
  const { kind, format, sheet, target } = choice;
  return (
    <Panel title={words.preview} note={words.kinds[kind].title} className={classes['preview']}>
      {isForCommittee(kind) && (
        <SegmentedControl
          aria-label={words.format}
          className={classes['tabs']}
          value={format}
          onChange={(value) => onChange({ format: value === 'docx' ? 'docx' : 'xlsx', sheet: null })}
          data={(['xlsx', 'docx'] as const).map((value) => ({ value, label: words.formats[value] }))}
        />
      )}
      <QueryView query={preview} height={800}>
        {({ workbook, hits, rowCounts = [] }) => (
          <WorkbookPreview
            workbook={workbook}
            rowCounts={rowCounts}
            hits={hits}
            sheetName={sheet}
            target={target}
            onSheet={(name) => onChange({ sheet: name })}
          />
        )}
      </QueryView>
    </Panel>
  );
}
