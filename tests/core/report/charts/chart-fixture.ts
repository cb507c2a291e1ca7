import { runChart, sharesChart } from '#shared/domain/report/chart-parts.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import { type Column, tableSheet } from '#shared/domain/report/sheet-parts.ts';
import type { CellValue, Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import { reportSource } from '../../../unit/report/report-fixture.ts';

type Row = readonly CellValue[];

export function tableOf(name: string, title: string, headers: readonly string[], rows: readonly Row[]): Sheet {
  const columns = headers.map((header, index): Column<Row> => ({
    header,
    width: index === 0 ? 40 : 14,
    numeric: index > 0,
    value: (row) => row[index] ?? null,
  }));
  return tableSheet({ name, title, intro: 'Tilfældige sager.', nothing: 'Ingen.', example: false, columns, rows });
}

/** The areas of the fixture's round, and how many cases are met, partly met and not met. */
export function areasTable(name = 'Områder'): Sheet {
  const source = reportSource();
  const areas = figuresOf(source).areas.filter(({ part }) => part === 'random');
  const rows = areas.map(({ id, met, outcomes }): Row => {
    const area = source.template.areas.find((each) => each.id === id);
    return [area?.name ?? id, met, outcomes['partly-met'], outcomes['not-met']];
  });
  return tableOf(name, 'Områder', ['Område', 'Opfyldt', 'Delvist opfyldt', 'Ikke opfyldt'], rows);
}

const shares = [0.61, 0.65, 0.58, 0.7, null, 0.66, 0.72, 0.71, 0.75, 0.74, 0.79, 0.77];

/** Twelve rounds, one of them without a figure, and their median. */
export function roundsTable(name = 'Udvikling'): Sheet {
  const rows = shares.map((share, index): Row => {
    const when = `${(index % 4) + 1}. kvt. ${2023 + Math.floor(index / 4)}`;
    return [when, share === null ? null : { share }, { share: 0.71 }];
  });
  return tableOf(name, 'Udvikling over runderne', ['Runde', 'Opfyldt', 'Median af runderne'], rows);
}

export function withSharesChart(table: Sheet, title = 'Sager fordelt på udfald på hvert område (antal sager)'): Sheet {
  return { ...table, charts: [sharesChart({ table, title, category: 1, series: [2, 3, 4] })] };
}

export function withRunChart(table: Sheet, title = 'Andel af de læste sager, hvor området er opfyldt'): Sheet {
  return { ...table, charts: [runChart({ table, title, category: 1, series: [2, 3] })] };
}

/** A workbook as reports make them, around these sheets. */
export function workbookOf(...sheets: readonly Sheet[]): Workbook {
  return {
    title: 'Diagrammer',
    subject: 'Diagrammer',
    classification: 'Fortroligt',
    footer: 'Børn og Familie',
    created: '2026-01-20T09:30:00.000Z',
    sheets,
  };
}
