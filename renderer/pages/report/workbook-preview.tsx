import type { PersonDataHit } from '#shared/domain/report/person-data.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { formatNumber } from '../../components/formats.ts';
import { reportWords as words } from '../../words/report.ts';
import { SheetChoice } from './sheet-choice.tsx';
import { SheetTable } from './sheet-table.tsx';
import classes from './workbook-preview.module.css';

interface WorkbookPreviewProps {
  readonly workbook: Workbook;
  /** How many rows each sheet has on paper; the workbook may hold fewer. */
  readonly rowCounts: readonly number[];
  readonly hits: readonly PersonDataHit[];
  /** Null for the first. */
  readonly sheetName: string | null;
  readonly target: Pick<PersonDataHit, 'row'> | null;
  readonly onSheet: (name: string) => void;
}

/** The workbook as paper: the same cells and charts that the file gets, sheet by sheet. */
export function WorkbookPreview({ workbook, rowCounts, hits, sheetName, target, onSheet }: WorkbookPreviewProps) {
  const { sheets, classification, footer } = workbook;
  const found = sheets.findIndex(({ name }) => name === sheetName);
  const index = Math.max(found, 0);
  const sheet = sheets[index];
  if (sheet === undefined) return null;
  const rows = rowCounts[index] ?? sheet.rows.length;
  const first = sheet.rows[0]?.cells[0]?.value;
  return (
    <div className={classes['preview']}>
      <SheetChoice names={sheets.map(({ name }) => name)} index={index} onChange={onSheet} />
      <div className={classes['desk']}>
        <article key={sheet.name} className={classes['paper']} data-orientation={sheet.orientation}>
          {first !== classification && <p className={classes['classification']}>{classification}</p>}
          <SheetTable sheet={sheet} hits={hits.filter((hit) => hit.sheet === sheet.name)} target={target} />
          {rows > sheet.rows.length && (
            <p className={classes['cut']}>{words.rowsShown(formatNumber(sheet.rows.length), formatNumber(rows))}</p>
          )}
          <p className={classes['footer']}>{footer}</p>
        </article>
      </div>
    </div>
  );
}
