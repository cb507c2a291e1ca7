import { declaration, element, type Xml } from './xml.ts';

type RelationKind = 'drawing' | 'chart';

const relationshipsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes: Readonly<Record<string, string>> = {
  'xl/drawings/drawing': 'application/vnd.openxmlformats-officedocument.drawing+xml',
  'xl/charts/chart': 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
};
/** What may follow `drawing` in a sheet, ECMA-376 part 1, 18.3.1.99, or the end of the sheet. */
const afterDrawing =
  /<(?:legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s/>]|<\/worksheet>$/;

/** Relations `rId1` and on, in the order of the targets. */
export function relationsPart(kind: RelationKind, targets: readonly string[]): string {
  const all = targets.map((target, index) => relation(`rId${index + 1}`, kind, target));
  return declaration + element('Relationships', { xmlns: relationsNamespace }, all);
}

/** A part's relations with one more; all of them where it had none. */
export function relationsWith(xml: string | undefined, id: string, kind: RelationKind, target: string): string {
  const one = relation(id, kind, target);
  if (xml === undefined) return declaration + element('Relationships', { xmlns: relationsNamespace }, [one]);
  return xml.replace('</Relationships>', () => `${one}</Relationships>`);
}

/** A sheet that shows the drawing with this relation, after its page breaks, where the order of a sheet's parts wants them. */
export function sheetWith(xml: string, id: string, breaks: Xml): string {
  const drawing = element('drawing', { 'xmlns:r': relationshipsNamespace, 'r:id': id });
  const at = afterDrawing.exec(xml)?.index;
  if (at === undefined) throw new RangeError('a sheet without an end');
  return xml.slice(0, at) + breaks + drawing + xml.slice(at);
}

/** The list of content types with the drawings and charts among these names. */
export function contentTypesWith(xml: string, names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const type = contentTypes[name.replace(/\d+\.xml$/, '')];
    return type === undefined ? [] : [element('Override', { PartName: `/${name}`, ContentType: type })];
  });
  return xml.replace('</Types>', () => `${overrides.join('')}</Types>`);
}

function relation(id: string, kind: RelationKind, target: string): Xml {
  return element('Relationship', { Id: id, Type: `${relationshipsNamespace}/${kind}`, Target: target });
}
