import { describe, expect, it } from 'vitest';

import { buildAgendaItem, buildReport } from '#shared/domain/report/build-report.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { caseworkers, childName, reportSource } from './report-fixture.ts';

const kinds = ['political', 'year'] as const;

/** The texts of a workbook, row by row. */
function textsOf({ sheets }: Workbook): readonly (readonly unknown[])[] {
  return sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => value)));
}

describe('the agenda item', () => {
  it('has the headings of Danish agendas in their order', () => {
    const { sheets } = buildAgendaItem('political', reportSource()).workbook;
    const headings = sheets[0]!.rows
      .filter(({ cells }) => cells[0]?.style === 'heading')
      .map(({ cells }) => cells[0]?.value);
    expect(headings).toEqual([
      'Resumé',
      'Sagsfremstilling',
      'Retsgrundlag',
      'Økonomi',
      'Høring',
      'Indstilling',
      'Bilag',
    ]);
  });

  it.each(kinds)('has the figures of the committee page and no others: %s', (kind) => {
    const source = reportSource({ targeted: 3 });
    const page = buildReport(kind, source);
    const item = buildAgendaItem(kind, source);
    expect(item.figures).toEqual(page.figures);
    const pageCells = new Set(textsOf({ ...page.workbook, sheets: page.workbook.sheets.slice(0, 1) }).flat());
    const tables = textsOf(item.workbook).filter((cells) => cells.length > 1);
    expect(tables.length).toBeGreaterThan(source.template.areas.length);
    expect(tables.flat().filter((value) => !pageCells.has(value as string))).toEqual([]);
  });

  it('follows the figures: other answers give another table', () => {
    const table = (source: ReturnType<typeof reportSource>) =>
      textsOf(buildAgendaItem('political', source).workbook).filter((cells) => cells.length > 1);
    const allMet = table(reportSource({ answers: () => 'yes' }));
    expect(allMet.slice(1).map((cells) => cells[1])).toEqual(
      Array.from({ length: allMet.length - 1 }, () => '30 af 30'),
    );
    expect(table(reportSource())).not.toEqual(allMet);
  });

  it('has no dots and speaks of none, also where a dot is more than one case', () => {
    const many = reportSource({ strata: [{ name: '', size: 420, drawn: 120 }] });
    expect(JSON.stringify(buildReport('political', many).workbook)).toContain('Én prik er');
    expect(JSON.stringify(buildAgendaItem('political', many).workbook)).not.toMatch(/[●○]|prik/);
  });

  it('says in brackets what the program cannot know, and what a lawyer must look at', () => {
    const text = JSON.stringify(textsOf(buildAgendaItem('political', reportSource()).workbook));
    expect(text.match(/\[(Udfyldes|Henvisningerne bør kontrolleres af jurist)/g)).toHaveLength(3);
  });

  it('asks for a recommendation where there is none', () => {
    const source = reportSource();
    const item = buildAgendaItem('political', { ...source, words: { ...source.words, recommendation: ' ' } });
    expect(textsOf(item.workbook)).toContainEqual(['[Udfyldes: Forvaltningen indstiller, at …]']);
  });

  it('says that the figures are provisional, and that an example is one', () => {
    const source = reportSource({ closed: 12 });
    const example = { ...source, round: { ...source.round, example: true } };
    const text = JSON.stringify(buildAgendaItem('political', example).workbook);
    expect(text).toContain('Foreløbige tal: 12 af 30');
    expect(text).toContain('EKSEMPELDATA');
  });

  it.each(kinds)('names no child, caseworker or case: %s', (kind) => {
    const text = JSON.stringify(buildAgendaItem(kind, reportSource({ targeted: 3 })).workbook);
    for (const name of [childName(0), childName(1), ...caseworkers, 'BF-2025-', 'MB', 'Karen Læser']) {
      expect(text).not.toContain(name);
    }
  });
});
