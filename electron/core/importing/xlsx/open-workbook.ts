import { posix } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { type Archive, broken } from './archive.ts';
import { type NumberKind, readNumberKinds } from './date-styles.ts';
import { wholeMarkup } from './markup.ts';
import { tagsOf } from './xml-text.ts';

const megabyte = 1_048_576;
const maxKeptPart = 20 * megabyte;
const maxSheets = 100;
/** Shared strings are kept while a sheet is read, a sheet's XML never is. */
export const maxStrings = 100 * megabyte;
export const maxSheet = 500 * megabyte;

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly date1904: boolean;
  readonly stringsPart: string | null;
  readonly kinds: readonly NumberKind[];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/**
 * What a workbook consists of, found through its relationships, whatever its parts are called. Chart sheets are left
 * out. Throws `file-not-an-export` when the zip file holds no workbook, `workbook-broken`, `file-too-large`.
 */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const workbookPart = await findWorkbook(archive);
  const xml = await readWhole(archive, workbookPart);
  if (!xml.includes('<workbook')) throw notAWorkbook();
  const relations = await relationsOf(archive, workbookPart);
  const partOf = (type: string): string | null => relations.find((relation) => relation.type === type)?.part ?? null;
  const styles = partOf('styles');
  const [settings] = tagsOf(xml, 'workbookPr');
  return {
    sheets: readSheets(xml, relations),
    date1904: ['1', 'true'].includes(settings?.get('date1904') ?? ''),
    stringsPart: partOf('sharedStrings'),
    kinds: styles === null || !archive.has(styles) ? [] : readNumberKinds(await readWhole(archive, styles)),
  };
}

async function findWorkbook(archive: Archive): Promise<string> {
  const relations = await relationsOf(archive, '');
  const part = relations.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!archive.has(part)) throw notAWorkbook();
  if (part.toLowerCase().endsWith('.bin')) throw new AppError('file-is-old-excel', 'The workbook is binary (.xlsb)');
  return part;
}

function readSheets(xml: string, relations: readonly Relation[]): readonly WorkbookSheet[] {
  const sheets = [...tagsOf(xml, 'sheet')].flatMap((sheet): WorkbookSheet[] => {
    const id = [...sheet].find(([name]) => name === 'id' || name.endsWith(':id'))?.[1];
    const relation = relations.find((candidate) => candidate.id === id);
    if (relation === undefined) throw broken('A sheet of the workbook has no part');
    const state = sheet.get('state') ?? 'visible';
    const entry = { name: sheet.get('name') ?? '', hidden: state !== 'visible', part: relation.part };
    return relation.type === 'worksheet' ? [entry] : [];
  });
  if (sheets.length > maxSheets) throw new AppError('file-too-large', 'Too many sheets', { sheets: sheets.length });
  return sheets;
}

/** The relationships of a part ('' is the archive itself), with targets as names in the archive. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const listing = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(listing)) return [];
  return [...tagsOf(await readWhole(archive, listing), 'Relationship')].map((relation) => ({
    id: relation.get('Id') ?? '',
    type: posix.basename(relation.get('Type') ?? ''),
    part: posix.resolve('/', folder, relation.get('Target') ?? '').slice(1),
  }));
}

function readWhole(archive: Archive, part: string): Promise<string> {
  return wholeMarkup(archive.chunks(part, maxKeptPart));
}

const notAWorkbook = (): AppError => new AppError('file-not-an-export', 'The zip file holds no workbook');
