import type { PersonDataHit } from '#shared/domain/report/person-data.ts';
import type { Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import { formatNumber } from '../../components/formats.ts';
import { Scrolled } from '../../components/scrolled.tsx';
import { reportWords as words } from '../../words/report.ts';
import { SheetTable } from './sheet-table.tsx';
import classes from './workbook-preview.module.css';

interface WorkbookPreviewProps {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  /** How many rows the sheet has on paper; the one given may have fewer. */
  readonly rowCount: number;
  readonly hits: readonly PersonDataHit[];
  readonly target: Pick<PersonDataHit, 'row'> | null;
}

/** A sheet as paper: the same cells and charts that the file gets. */
export function WorkbookPreview({ workbook, sheet, rowCount, hits, target }: WorkbookPreviewProps) {
  const { classification, footer } = workbook;
  const first = sheet.rows[0]?.cells[0]?.value;
  return (
    <Scrolled label={words.paper(sheet.name)} className={classes['desk']}>
      <article key={sheet.name} className={classes['paper']} data-orientation={sheet.orientation}>
        {first !== classification && <p className={classes['classification']}>{classification}</p>}
        <SheetTable sheet={sheet} hits={hits.filter((hit) => hit.sheet === sheet.name)} target={target} />
        {rowCount > sheet.rows.length && (
          <p className={classes['cut']}>{words.rowsShown(formatNumber(sheet.rows.length), formatNumber(rowCount))}</p>
        )}
        <p className={classes['footer']}>{footer}</p>
      </article>
    </Scrolled>
  );
}
