import { templateFileWords as words } from '../../words/review-template-file.ts';
import { cellText } from '../importing/cell-text.ts';
import type { RawRow } from '../importing/raw-row.ts';
import { type Path, pathKey } from './json-lines.ts';
import { type ItemColumn, itemColumns } from './template-workbook.ts';

/** The two sheets of a template's workbook. */
export interface TemplateRows {
  readonly items: readonly RawRow[];
  readonly about: readonly RawRow[];
}

/** A template as its workbook says it, not yet checked, with the row of every value. */
export interface RawTemplate {
  readonly raw: unknown;
  readonly lines: ReadonlyMap<string, number>;
}

/** Reads the rows of both sheets; null where the sheet of items has no row with its columns' names. */
export function templateOfRows({ items, about }: TemplateRows): RawTemplate | null {
  const lines = new Map<string, number>();
  const header = items.findIndex((row) => textsOf(row).includes(words.columns.question));
  const names = textsOf(items[header]);
  if (header < 0) return null;
  const place = new Map(itemColumns.map((column) => [column, names.indexOf(words.columns[column])]));
  const sections: { title: string; items: unknown[] }[] = [];
  for (const row of items.slice(header + 1)) {
    const texts = textsOf(row);
    if (texts.every((text) => text === '')) continue;
    const said = (column: ItemColumn): string => texts[place.get(column) ?? -1] ?? '';
    if (sections.at(-1)?.title !== said('section')) sections.push({ title: said('section'), items: [] });
    const section = sections.at(-1);
    section?.items.push(itemOf(said));
    const path = ['sections', sections.length - 1, 'items', (section?.items.length ?? 1) - 1];
    for (const depth of [2, 4]) lines.set(pathKey(path.slice(0, depth)), row.row);
  }
  return { raw: { ...aboutOf(about, lines), sections }, lines };
}

/** The row of a value, or of what it belongs to. */
export function lineIn(lines: ReadonlyMap<string, number>): (path: Path) => number | null {
  return (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const line = lines.get(pathKey(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return null;
  };
}

function textsOf(row: RawRow | undefined): readonly string[] {
  return (row?.cells ?? []).map(cellText);
}

function itemOf(said: (column: ItemColumn) => string): unknown {
  const optional = (column: 'yesWhen' | 'partlyWhen'): object =>
    said(column) === '' ? {} : { [column]: said(column) };
  const list = (text: string, between: RegExp): readonly string[] => text.split(between).filter((each) => each !== '');
  return {
    id: said('id'),
    question: said('question'),
    type: codeOf(words.types, said('type')),
    law: said('law'),
    applies: said('applies'),
    evidence: said('evidence'),
    rule: said('rule') === '' ? null : said('rule'),
    severity: codeOf(words.severities, said('severity')),
    area: said('area'),
    lawyerCheck: flagOf(said('lawyerCheck'), false),
    ...optional('yesWhen'),
    ...optional('partlyWhen'),
    references: list(said('references'), /\n/u).map(referenceOf),
    event: list(said('event'), /,\s*/u),
    scale: said('scale') === '' ? 'fulfilment' : codeOf(words.scales, said('scale')),
    ...(said('condition') === '' ? {} : { condition: parsed(said('condition')) }),
    ...(said('change') === '' ? {} : { change: codeOf(words.changes, said('change')) }),
    active: flagOf(said('active'), true),
  };
}

/** The code of a word; what is no known word stands as it is, for the check to name. */
function codeOf(known: Readonly<Record<string, string>>, text: string): string {
  const found = Object.entries(known).find(
    ([code, word]) => code === text || word.toLowerCase() === text.toLowerCase(),
  );
  return found?.[0] ?? text;
}

function flagOf(text: string, blank: boolean): unknown {
  if (text === '') return blank;
  const lower = text.toLowerCase();
  return lower === words.yes.toLowerCase() ? true : lower === words.no.toLowerCase() ? false : text;
}

function referenceOf(line: string): unknown {
  const [law = '', paragraph = '', from = '', until = ''] = line.split('|').map((part) => part.trim());
  return { law, paragraph, from: from === '' ? null : from, until: until === '' ? null : until };
}

/** A cell that holds JSON; one that does not stands as its text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function aboutOf(rows: readonly RawRow[], lines: Map<string, number>): Readonly<Record<string, unknown>> {
  const raw: Record<string, unknown> = { note: '', areas: [], rollUp: [] };
  const areas: unknown[] = [];
  const rollUp: unknown[] = [];
  const contradictions: unknown[] = [];
  for (const row of rows) {
    const [name = '', first = '', second = '', third = ''] = textsOf(row);
    const keep = (field: string, value: unknown): void => {
      raw[field] = value;
      lines.set(field, row.row);
    };
    if (name === words.about.area)
      lines.set(pathKey(['areas', areas.push({ id: first, name: second, short: third }) - 1]), row.row);
    else if (name === words.about.contradiction) {
      const count = contradictions.push({ words: first, items: [parsed(second), parsed(third)] });
      lines.set(pathKey(['contradictions', count - 1]), row.row);
    } else if (name === words.about.rollUp) {
      const count = rollUp.push({ outcome: first, words: second, when: parsed(third) });
      lines.set(pathKey(['rollUp', count - 1]), row.row);
    } else if (name === words.about.edition) keep('edition', Number(first));
    else if (name === words.about.basedOn) keep('basedOn', { id: first, edition: Number(second) });
    else {
      const field = (['id', 'title', 'law', 'note'] as const).find((each) => words.about[each] === name);
      if (field !== undefined) keep(field, first);
    }
  }
  return { ...raw, areas, rollUp, ...(contradictions.length === 0 ? {} : { contradictions }) };
}
