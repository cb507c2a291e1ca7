import type { Sheet } from '#shared/domain/report/workbook.ts';

/** A4 in points. */
const short = 595.28;
const long = 841.89;
/** Inches as points: the margins of the workbook, so that both prints look alike. */
const margins = { left: 43.2, right: 43.2, top: 50.4, bottom: 46.8 };
/** From the paper's edge to the header's line of text, and to the footer's. */
const edge = 28;

export interface PageMeasures {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly contentWidth: number;
  readonly contentHeight: number;
  /** Baselines of the header and the footer. */
  readonly header: number;
  readonly footer: number;
}

export function pageOf({ orientation }: Pick<Sheet, 'orientation'>): PageMeasures {
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  return {
    width,
    height,
    left: margins.left,
    top: margins.top,
    contentWidth: width - margins.left - margins.right,
    contentHeight: height - margins.top - margins.bottom,
    header: edge,
    footer: height - edge,
  };
}

export interface Column {
  readonly x: number;
  readonly width: number;
}

/** The columns of a sheet over the whole width of the page, in the proportions of the workbook. */
export function columnsOf({ widths }: Pick<Sheet, 'widths'>, { left, contentWidth }: PageMeasures): readonly Column[] {
  const all = widths.reduce((sum, width) => sum + width, 0);
  let x = left;
  return widths.map((each) => {
    const column = { x, width: (each / all) * contentWidth };
    x += column.width;
    return column;
  });
}
