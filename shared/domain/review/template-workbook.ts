import { templateFileWords as words } from '../../words/review-template-file.ts';
import { type Column, tableSheet, textRow } from '../report/sheet-parts.ts';
import type { CellValue, Sheet, Workbook } from '../report/workbook.ts';
import type { ChecklistTemplate, LawReference, TemplateItem } from './template.ts';

/** A template as a workbook: one row per item, and a sheet about the template. `readTemplate` reads it back. */
export function templateWorkbook(template: ChecklistTemplate, created: string): Workbook {
  return {
    title: template.title,
    subject: words.subject,
    classification: words.classification,
    footer: `${words.footer} ${template.title}`,
    created,
    sheets: [itemSheet(template), aboutSheet(template)],
  };
}

export type ItemColumn = keyof typeof words.columns;

interface ItemRow {
  readonly section: string;
  readonly item: TemplateItem;
}

const cells: Readonly<Record<ItemColumn, readonly [width: number, value: (row: ItemRow) => CellValue]>> = {
  section: [20, ({ section }) => section],
  id: [24, ({ item }) => item.id],
  active: [8, ({ item }) => (item.active === false ? words.no : words.yes)],
  question: [48, ({ item }) => item.question],
  yesWhen: [44, ({ item }) => item.yesWhen ?? null],
  partlyWhen: [38, ({ item }) => item.partlyWhen ?? null],
  evidence: [34, ({ item }) => item.evidence],
  type: [14, ({ item }) => words.types[item.type]],
  scale: [18, ({ item }) => words.scales[item.scale ?? 'fulfilment']],
  severity: [12, ({ item }) => words.severities[item.severity]],
  area: [8, ({ item }) => item.area],
  law: [28, ({ item }) => item.law],
  references: [44, ({ item }) => (item.references ?? []).map(referenceLine).join('\n') || null],
  event: [22, ({ item }) => (item.event ?? []).join(', ') || null],
  applies: [30, ({ item }) => item.applies],
  condition: [30, ({ item }) => (item.condition === undefined ? null : JSON.stringify(item.condition))],
  rule: [10, ({ item }) => item.rule],
  lawyerCheck: [12, ({ item }) => (item.lawyerCheck ? words.yes : words.no)],
  change: [16, ({ item }) => (item.change === undefined ? null : words.changes[item.change])],
};

export const itemColumns = Object.keys(cells) as readonly ItemColumn[];

const columns: readonly Column<ItemRow>[] = itemColumns.map((id) => ({
  header: words.columns[id],
  width: cells[id][0],
  value: cells[id][1],
}));

function itemSheet({ title, sections }: ChecklistTemplate): Sheet {
  return tableSheet({
    name: words.sheets.items,
    title,
    intro: words.itemsIntro,
    columns,
    rows: sections.flatMap((section) => section.items.map((item) => ({ section: section.title, item }))),
    nothing: words.itemsIntro,
    example: false,
  });
}

/** `barnets-lov | § 5, stk. 3 | 2024-01-01 | `: law, paragraph, from, until. */
function referenceLine({ law, paragraph, from, until }: LawReference): string {
  return [law, paragraph, from ?? '', until ?? ''].join(' | ');
}

function aboutSheet(template: ChecklistTemplate): Sheet {
  const { about } = words;
  const { basedOn } = template;
  const lines: readonly (readonly CellValue[])[] = [
    [about.id, template.id],
    [about.edition, String(template.edition)],
    [about.title, template.title],
    [about.law, template.law],
    [about.note, template.note],
    ...(basedOn === undefined ? [] : [[about.basedOn, basedOn.id, String(basedOn.edition)]]),
    ...template.areas.map(({ id, name, short }) => [about.area, id, name, short]),
    ...template.rollUp.map(({ outcome, words: said, when }) => [about.rollUp, outcome, said, JSON.stringify(when)]),
    ...(template.contradictions ?? []).map(({ items, words: said }) => [
      about.contradiction,
      said,
      JSON.stringify(items[0]),
      JSON.stringify(items[1]),
    ]),
  ];
  return {
    name: words.sheets.about,
    widths: [14, 34, 60, 60],
    orientation: 'landscape',
    rows: [
      textRow(words.aboutTitle, 'title', 4),
      { isHeader: true, cells: words.aboutColumns.map((value) => ({ value, style: 'header' as const })) },
      ...lines.map((line) => ({
        cells: line.map((value, index) => ({
          value,
          style: index === 0 ? ('label' as const) : ('cell-wrap' as const),
        })),
      })),
    ],
  };
}
