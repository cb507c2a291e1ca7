import type { Chart } from '#shared/domain/report/workbook.ts';

import { declaration, element, type Xml } from './xml.ts';

const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const namespaces = {
  'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/**
 * `xl/drawings/drawingN.xml`: where the charts of a sheet stand, each with its title and alternative text. The relation
 * `rIdN` of the drawing is its Nth chart. Charts move with their cells and keep their size when rows are filtered away.
 */
export function drawingPart(charts: readonly Chart[]): string {
  return declaration + element('xdr:wsDr', namespaces, charts.map(anchor));
}

function anchor(chart: Chart, index: number): Xml {
  const { column, row, lastColumn, lastRow } = chart.place;
  return element('xdr:twoCellAnchor', { editAs: 'oneCell' }, [
    corner('xdr:from', column - 1, row - 1),
    corner('xdr:to', lastColumn, lastRow),
    element('xdr:graphicFrame', { macro: '' }, [
      element('xdr:nvGraphicFramePr', {}, [
        element('xdr:cNvPr', {
          id: index + 2,
          name: `Diagram ${index + 1}`,
          descr: chart.alternative,
          title: chart.title,
        }),
        element('xdr:cNvGraphicFramePr'),
      ]),
      element('xdr:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })]),
      element('a:graphic', {}, [
        element('a:graphicData', { uri: chartNamespace }, [
          element('c:chart', { 'xmlns:c': chartNamespace, 'r:id': `rId${index + 1}` }),
        ]),
      ]),
    ]),
    element('xdr:clientData'),
  ]);
}

/** Columns and rows counted from 0; the corner is the upper left one of the cell. */
function corner(name: string, column: number, row: number): Xml {
  return element(name, {}, [
    element('xdr:col', {}, [String(column)]),
    element('xdr:colOff', {}, ['0']),
    element('xdr:row', {}, [String(row)]),
    element('xdr:rowOff', {}, ['0']),
  ]);
}
