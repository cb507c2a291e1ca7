import type { Chart } from '#shared/domain/report/workbook.ts';

import { fontOf, noLine, shape, solid, textLook } from './chart-looks.ts';
import { runPlot, sharesPlot } from './plots.ts';
import type { WrittenSheets } from './series-data.ts';
import { declaration, element, escaped, value, type Xml } from './xml.ts';

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/**
 * `xl/charts/chartN.xml`: a chart as Excel stores it, ECMA-376 part 1, 21.2. Every string in it is Danish, its figures are
 * references to the workbook's own cells with their values beside them, and it has no link to another file.
 */
export function chartPart(chart: Chart, sheets: WrittenSheets): string {
  const plot = chart.kind === 'shares' ? sharesPlot(chart, sheets) : runPlot(chart, sheets);
  const space = element('c:chartSpace', namespaces, [
    value('c:date1904', 0),
    value('c:lang', 'da-DK'),
    value('c:roundedCorners', 0),
    element('c:chart', {}, [
      title(chart.title),
      value('c:autoTitleDeleted', 0),
      element('c:plotArea', {}, [element('c:layout'), ...plot, shape(element('a:noFill'), noLine)]),
      ...legend(chart),
      value('c:plotVisOnly', 0),
      value('c:dispBlanksAs', 'gap'),
    ]),
    shape(solid('FFFFFF'), noLine),
    textLook('text'),
  ]);
  return declaration + space;
}

function title(text: string): Xml {
  const paragraph = element('a:p', {}, [
    element('a:pPr', {}, [fontOf('a:defRPr', 'title')]),
    element('a:r', {}, [fontOf('a:rPr', 'title'), element('a:t', {}, [escaped(text)])]),
  ]);
  return element('c:title', {}, [
    element('c:tx', {}, [element('c:rich', {}, [element('a:bodyPr'), element('a:lstStyle'), paragraph])]),
    value('c:overlay', 0),
  ]);
}

/** One line needs no key: the title says what it is. */
function legend({ series }: Chart): readonly Xml[] {
  if (series.length < 2) return [];
  return [element('c:legend', {}, [value('c:legendPos', 'b'), value('c:overlay', 0), textLook('text')])];
}
