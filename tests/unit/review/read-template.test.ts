import { describe, expect, it } from 'vitest';

import type { RawRow } from '#shared/domain/importing/raw-row.ts';
import type { CellValue } from '#shared/domain/report/workbook.ts';
import { conditionCycle } from '#shared/domain/review/conditions.ts';
import { readTemplate, type TemplateSource } from '#shared/domain/review/read-template.ts';
import { normalTemplate } from '#shared/domain/review/normal-template.ts';
import type { TemplateRows } from '#shared/domain/review/template-rows.ts';
import { templateWorkbook } from '#shared/domain/review/template-workbook.ts';
import { type ChecklistTemplate, type TemplateItem, templateItems } from '#shared/domain/review/template.ts';

import { builtIn } from './templates.ts';
import { fc } from '../../support/fast-check.ts';

const sound = builtIn('underretninger');

/** The template with one item changed; what is no field of an item may be put there. */
function broken(id: string, part: Readonly<Record<string, unknown>>): ChecklistTemplate {
  const sections = sound.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === id ? ({ ...item, ...part } as TemplateItem) : item)),
  }));
  return { ...sound, sections };
}

const asJson = (template: unknown): string => JSON.stringify(template, null, 2);
/** The line of the first match of `text` after the item's id. */
function lineOf(json: string, id: string, text: string): number {
  const from = json.indexOf(`"id": "${id}"`);
  return json.slice(0, json.indexOf(text, from)).split('\n').length;
}

/** The rows as a reader of the workbook sees them. */
function rowsOf(template: ChecklistTemplate): TemplateRows {
  const [items, about] = templateWorkbook(template, '2025-11-03T10:00:00.000Z').sheets.map(({ rows }) =>
    rows.map(({ cells }, index): RawRow => ({ row: index + 1, cells: cells.map(({ value }) => plain(value)) })),
  );
  return { items: items!, about: about! };
}

function plain(value: CellValue): string | number | boolean | null {
  if (typeof value === 'object' && value !== null) throw new Error('no dates or shares in a template');
  return value;
}

type Side = NonNullable<ChecklistTemplate['contradictions']>[number]['items'][number];
const side = (item: string): Side => ({ item, values: ['no'] });

const codes = (source: TemplateSource): readonly string[] =>
  readTemplate(source).problems.map(({ field, code }) => `${field} ${code}`);

it('lists a contradiction that names an item which is not there', () => {
  const contradictions = [
    { items: [side('u-screening'), side('findes-ikke')] as [Side, Side], words: 'Passer ikke sammen.' },
  ];
  expect(codes({ json: asJson({ ...sound, contradictions }) })).toEqual(['contradictions.0.items.1.item unknown-item']);
  expect(codes({ rows: rowsOf({ ...sound, contradictions }) })).toEqual(['contradictions.0.items.1.item unknown-item']);
});

describe('a sound file', () => {
  it.each(['barnets-lov', 'serviceloven', 'underretninger', 'anbringelser', 'kort-maanedligt-tilsyn'])(
    'of %s is read the same from JSON and from a workbook',
    (id) => {
      const template = normalTemplate(builtIn(id));
      expect(readTemplate({ json: asJson(template) }).template).toEqual(template);
      expect(readTemplate({ rows: rowsOf(template) }).template).toEqual(template);
    },
  );

  it('keeps what a person may set: switched off, degrees, a change, a basis', () => {
    const part = { active: false, scale: 'degree', change: 'reworded', question: 'Linje 1\nlinje 2 "æ" = 3?' };
    const template = { ...broken('u-screening', part), basedOn: { id: 'underretninger', edition: 1 }, edition: 3 };
    for (const source of [{ json: asJson(template) }, { rows: rowsOf(template) }]) {
      expect(readTemplate(source).template).toEqual(normalTemplate(template));
    }
  });

  it('begins with a byte order mark or not', () => {
    expect(readTemplate({ json: `\uFEFF${asJson(sound)}` }).problems).toEqual([]);
  });
});

describe('a file that is wrong', () => {
  it.each([
    [
      'an unknown condition',
      { condition: { fact: 'fuldmaane' } },
      'u-screening: condition.fact unknown-condition',
      'fuldmaane',
    ],
    ['an unknown way to combine', { condition: { xor: [] } }, 'u-screening: condition unknown-condition', 'xor'],
    [
      'wrong parameters',
      { condition: { fact: 'age-at-least', years: '10', at: 'decision' } },
      'u-screening: condition wrong-parameters',
      'age-at-least',
    ],
    ['a rule that does not exist', { rule: 'R99' }, 'u-screening: rule unknown-rule', 'R99'],
    [
      'a rule in a condition',
      { condition: { not: { fact: 'rule-says', rule: 'R98', verdicts: ['no'] } } },
      'u-screening: condition.not.rule unknown-rule',
      'R98',
    ],
    [
      'an answer of no item',
      { condition: { answered: { item: 'findes-ikke', values: ['no'] } } },
      'u-screening: condition.answered.item unknown-item',
      'findes-ikke',
    ],
    [
      'its own answer',
      { condition: { answered: { item: 'u-screening', values: ['no'] } } },
      'u-screening: condition condition-cycle',
      'u-screening',
    ],
    ['a severity', { severity: 'katastrofal' }, 'u-screening: severity unknown-severity', 'katastrofal'],
    ['an area', { area: 'Q' }, 'u-screening: area unknown-area', 'Q'],
    ['a type', { type: 'krav' }, 'u-screening: type unknown-type', 'krav'],
    ['a scale', { scale: '1-5' }, 'u-screening: scale wrong-value', '1-5'],
    ['HTML', { question: 'Er <b>barnet</b> set?' }, 'u-screening: question html', '<b>'],
    ['a script', { yesWhen: '<script>alert(1)</script>' }, 'u-screening: yesWhen html', '<script>'],
    ['an entity', { evidence: 'a&nbsp;b' }, 'u-screening: evidence html', '&nbsp;'],
    ['a text without end', { evidence: 'a'.repeat(2_001) }, 'u-screening: evidence text-too-long', '2000'],
    ['no question', { question: undefined }, 'u-screening: question missing', 'mangler'],
    ['a blank question', { question: '' }, 'u-screening: question missing', 'mangler'],
    [
      'a day that is none',
      { references: [{ law: 'barnets-lov', paragraph: '§ 1', from: '2024-02-30', until: null }] },
      'u-screening: references.0.from wrong-value',
      '2024-02-30',
    ],
    ['two items with one id', { id: 'u-registreret' }, 'u-registreret: id duplicate-id', 'u-registreret'],
    ['an id with signs', { id: '../../x' }, '../../x: id bad-id', '../../x'],
  ])('%s: line, field, code and a sentence, and nothing is read', (_, part, expected, named) => {
    const json = asJson(broken('u-screening', part));
    const { template, problems } = readTemplate({ json });
    expect(template).toBeNull();
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([expected]);
    expect(problems[0]!.words).toContain(named);
    expect(problems[0]!.words).toMatch(/^[A-ZÆØÅ]/u);
    expect(codes({ draft: JSON.parse(json) })).toEqual([expected]);
  });

  it('names the line of a text editor, and of Excel', () => {
    const template = broken('u-screening', { severity: 'katastrofal', rule: 'R99' });
    const json = asJson(template);
    expect(readTemplate({ json }).problems.map(({ code, line }) => [code, line])).toEqual([
      ['unknown-rule', lineOf(json, 'u-screening', '"R99"')],
      ['unknown-severity', lineOf(json, 'u-screening', '"katastrofal"')],
    ]);
    // Title and line above, names of the columns, then six items before this one.
    const place = templateItems(sound).findIndex(({ id }) => id === 'u-screening');
    const rows = rowsOf(broken('u-screening', { rule: 'R99' }));
    expect(readTemplate({ rows }).problems).toMatchObject([{ line: 4 + place, field: 'u-screening: Datoregel' }]);
  });

  it('takes 300 items and no more, and stops at once', () => {
    const many = (count: number): ChecklistTemplate => ({
      ...sound,
      sections: [
        {
          title: 'Alt',
          items: Array.from({ length: count }, (_, index) => ({
            ...templateItems(sound)[0]!,
            id: `punkt-${index}`,
            area: 'R',
          })),
        },
      ],
    });
    expect(codes({ json: asJson(many(300)) })).toEqual([]);
    expect(codes({ json: asJson(many(301)) })).toEqual(['sections too-many-items']);
    const { problems } = readTemplate({ json: asJson({ ...many(5_000), title: '<b>' }) });
    expect(problems).toMatchObject([
      { code: 'too-many-items', words: 'Skabelonen har 5000 spørgsmål; der er plads til 300.' },
    ]);
  });

  it.each([
    ['text that is no JSON', '{\n "id": "x",\n oops }', 'not-json'],
    ['a list', '[]', 'not-a-template'],
    ['null', 'null', 'not-a-template'],
    ['another file', '{"title":"Rapport"}', 'not-a-template'],
    ['nothing', '', 'not-json'],
  ])('%s is no template', (_, json, code) => {
    expect(readTemplate({ json }).problems).toMatchObject([
      { field: '', code, line: code === 'not-json' && json !== '' ? 3 : 1 },
    ]);
  });

  it('refuses what is nested without end', () => {
    const deep = { condition: JSON.parse(`${'{"not":'.repeat(200)}{"fact":"always"}${'}'.repeat(200)}`) as unknown };
    expect(codes({ json: asJson(broken('u-screening', deep)) })).toEqual([' not-a-template']);
  });

  it('refuses a roll-up rule with a hole, and an area that stands twice', () => {
    expect(codes({ draft: { ...sound, rollUp: sound.rollUp.slice(1) } })).toEqual(['rollUp roll-up-incomplete']);
    expect(codes({ draft: { ...sound, areas: [...sound.areas, sound.areas[0]!] } })).toEqual([
      'areas.4.id duplicate-area',
    ]);
  });

  it('lists everything that is wrong, not only the first thing', () => {
    const template = broken('u-screening', { rule: 'R99', severity: 'x', area: 'Q', question: '<i>' });
    expect(codes({ draft: template })).toHaveLength(4);
  });

  it('refuses a workbook without the sheets or with wrong words, by the row', () => {
    expect(codes({ rows: { items: [], about: [] } })).toEqual([' not-a-template']);
    const rows = rowsOf(sound);
    const items = rows.items.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell === 'Mindre' ? 'Lille' : cell)),
    }));
    const found = readTemplate({ rows: { ...rows, items } });
    expect(found.problems[0]).toMatchObject({ line: 4, field: 'u-registreret: Alvor', code: 'unknown-severity' });
  });
});

describe('a ring of conditions', () => {
  const item = (id: string, ...asks: readonly string[]) => ({
    id,
    condition: { any: asks.map((each) => ({ answered: { item: each, values: ['no' as const] } })) },
  });

  it('is found wherever it stands, with every item of it and no other', () => {
    const template = broken('u-screening', { condition: { answered: { item: 'u-begrundet', values: ['no'] } } });
    const ring = {
      ...template,
      sections: template.sections.map((section) => ({
        ...section,
        items: section.items.map((each) =>
          each.id === 'u-begrundet'
            ? { ...each, condition: { not: { answered: { item: 'u-screening', values: ['yes' as const] } } } }
            : each,
        ),
      })),
    };
    expect(codes({ draft: ring })).toEqual([
      'u-begrundet: condition condition-cycle',
      'u-screening: condition condition-cycle',
    ]);
    expect(conditionCycle([item('a', 'b'), item('b', 'c'), item('c', 'b'), item('d')])).toEqual(['b', 'c']);
  });

  it('is never found where items only ask earlier ones, and always where the last leads back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 60 }),
        (count, pairs) => {
          const asks = (index: number): readonly string[] =>
            pairs.flatMap(([a, b]) => (a % count === index && b % count < index ? [`p${b % count}`] : []));
          const items = Array.from({ length: count }, (_, index) => item(`p${index}`, ...asks(index)));
          expect(conditionCycle(items)).toEqual([]);
          const chain = items.map((each, index) => item(each.id, ...asks(index), `p${(index + count - 1) % count}`));
          expect(conditionCycle(chain)).toHaveLength(count);
        },
      ),
    );
  });
});
