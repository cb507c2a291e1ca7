import type { Figures } from '../figures.ts';
import { politicalWorkbook } from '../political.ts';
import type { ReportSource } from '../source.ts';
import type { Workbook } from '../workbook.ts';
import { yearWorkbook } from '../year/year.ts';

/** The text of the agenda item that the committee's report is the annex of. `figures`: those the committee may see. */
export function agendaItem(kind: 'political' | 'year', source: ReportSource, figures: Figures): Workbook {
  const workbook = kind === 'year' ? yearWorkbook(source, figures, null) : politicalWorkbook(source, figures, null);
  return { ...workbook, sheets: workbook.sheets.slice(0, 1) };
}
