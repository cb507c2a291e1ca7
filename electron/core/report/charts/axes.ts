import { axisLine, gridLine, textLook } from './chart-looks.ts';
import { element, value, type Xml } from './xml.ts';

const categoryId = 1;
const valueId = 2;

/** Which axes a chart hangs on: the last children of its plot. */
export const axisIds: readonly Xml[] = [value('c:axId', categoryId), value('c:axId', valueId)];

/** `fromTop`: bars lie, the first category is uppermost, and the shares stand below the last. */
export function axes(layout: 'fromTop' | 'fromLeft'): readonly Xml[] {
  const lying = layout === 'fromTop';
  return [
    element('c:catAx', {}, [
      value('c:axId', categoryId),
      element('c:scaling', {}, [value('c:orientation', lying ? 'maxMin' : 'minMax')]),
      value('c:delete', 0),
      value('c:axPos', lying ? 'l' : 'b'),
      element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
      ...looks(axisLine),
      value('c:crossAx', valueId),
      value('c:crosses', 'autoZero'),
      value('c:auto', 0),
      value('c:lblAlgn', 'ctr'),
      value('c:lblOffset', 100),
      value('c:noMultiLvlLbl', 1),
    ]),
    element('c:valAx', {}, [
      value('c:axId', valueId),
      element('c:scaling', {}, [value('c:orientation', 'minMax'), value('c:max', 1), value('c:min', 0)]),
      value('c:delete', 0),
      value('c:axPos', lying ? 'b' : 'l'),
      element('c:majorGridlines', {}, [gridLine]),
      element('c:numFmt', { formatCode: '0\\ %', sourceLinked: 0 }),
      ...looks(axisLine),
      value('c:crossAx', categoryId),
      value('c:crosses', lying ? 'max' : 'autoZero'),
      value('c:crossBetween', 'between'),
      value('c:majorUnit', 0.25),
    ]),
  ];
}

function looks(shape: Xml): readonly Xml[] {
  return [
    value('c:majorTickMark', 'none'),
    value('c:minorTickMark', 'none'),
    value('c:tickLblPos', 'nextTo'),
    shape,
    textLook('text'),
  ];
}
