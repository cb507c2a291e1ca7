import { beforeAll, describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { buildCaseReport, buildReport } from '#shared/domain/report/build-report.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';

import { caseworkers, childName, reportSource, templateItems } from '../../unit/report/report-fixture.ts';
import { printedPages } from './printed-pages.ts';
import { officeMissing, openpyxlMissing, readBack } from './read-back.ts';

const office = officeMissing();
const python = openpyxlMissing();
if (office !== null) console.warn(`printing is skipped: ${office}`);
if (python !== null) console.warn(`reading back is skipped: ${python}`);
const slow = 180_000;

/** A round of two teams: the northern one has half of the cases, some of them not begun. */
function teamRound(team: string | null = 'Team Nord'): ReportSource {
  const source = reportSource({ targeted: 4, closed: 20 });
  const cases = source.cases.map((row, index) => {
    const values = { ...row.case.values, team: index % 2 === 0 ? 'Team Nord' : 'Team Syd' };
    return { ...row, case: { ...row.case, values } };
  });
  return { ...source, cases, team };
}

const leader = (source = teamRound()) => writeWorkbook(buildReport('leader', source).workbook);
const classification = 'Fortroligt: kun til lederen. Indeholder sagsnumre.';

/** One case with this many findings. */
function caseWith(findings: number): ReportSource {
  return reportSource({ closed: 1, answers: (_, item) => (item < findings ? 'no' : 'yes') });
}

const pageOf = (source: ReportSource) =>
  writeWorkbook(buildCaseReport(source, source.cases[0]!.drawn.caseId)!.workbook);

describe.skipIf(python !== null)('the leader’s workbook in another program', () => {
  it('holds its sheets, its numbers as numbers, and who may read it on each', async () => {
    const book = readBack(await leader());
    const names = ['Overblik', 'Mangler', 'Fund', 'Handlinger', 'Gode eksempler', 'Siden sidst', 'Om rapporten'];
    expect(book.sheets.map(({ name }) => name)).toEqual(names);
    for (const { header } of book.sheets) expect(header).toContain(classification);
    const [overview, remaining, , actions] = book.sheets;
    expect(overview!.fit).toEqual([1, 1]);
    const rows = remaining!.shown.slice(3);
    expect(rows).toHaveLength(5);
    for (const [, , , answered, missing] of rows) expect([answered, missing]).toEqual([0, templateItems.length]);
    expect(actions!.shown.flat()).toContain('2026-02-01T00:00:00');
    expect([remaining!.freeze, remaining!.titles]).toEqual(['A4', '$3:$3']);
  });

  it('has sums by area that are formulas, and what they gave beside them', async () => {
    const [overview] = readBack(await leader()).sheets;
    const at = overview!.rows.findIndex(([first]) => first === 'Område') + 1;
    const areas = teamRound().template.areas.length;
    for (let row = at; row < at + areas; row += 1) {
      const [, yes, partly, no, cannotTell, n, findings] = overview!.shown[row] as number[];
      expect(overview!.types[row]!.slice(5, 7)).toEqual(['f', 'f']);
      expect([n, findings]).toEqual([yes! + partly! + no! + cannotTell!, partly! + no! + cannotTell!]);
    }
  });

  it('is the same bytes from the same round', async () => {
    expect(Buffer.from(await leader()).equals(Buffer.from(await leader()))).toBe(true);
  });
});

const longestNote = `${'Barnets egne ord mangler i journalen. '.repeat(250)}Her slutter noten.`;
const sixCases = reportSource({ closed: 6 });

/** What is looked at on paper, printed together. */
const toPrint = {
  leader: () => leader(),
  'a team without cases': () => leader(teamRound('Team Vest')),
  'nothing found': () => pageOf(caseWith(0)),
  'ten findings': () => pageOf(caseWith(10)),
  'twenty findings': () => pageOf(caseWith(20)),
  'a page of praise': () => pageOf(praised()),
  'six cases': () => writeWorkbook(buildReport('casework', sixCases).workbook),
  'the longest note': () =>
    pageOf(reportSource({ closed: 1, answers: (_, item) => (item === 0 ? 'no' : 'yes'), note: longestNote })),
};
type Printed = Readonly<Record<keyof typeof toPrint, readonly string[]>>;

describe.skipIf(office !== null)('on paper', () => {
  let printed: Printed;
  beforeAll(async () => {
    const written = Object.entries(toPrint).map(async ([name, write]) => [name, await write()] as const);
    const workbooks = Object.fromEntries(await Promise.all(written));
    printed = printedPages(workbooks as Record<keyof typeof toPrint, Uint8Array>);
  }, slow);

  describe('the leader’s report', () => {
    it('opens with one page, says on every page who may read it, and names nobody', () => {
      const pages = printed.leader;
      for (const page of pages) expect(page).toContain(classification);
      expect(pages[0]).toMatch(/Ledelsestilsyn: Team Nord[^]*Tag op på næste teammøde[^]*Svar på hvert område/u);
      expect(pages[1]).toContain('Sager, der ikke er afsluttet');
      expect(pages.at(-1)).toContain(`Side ${pages.length} af ${pages.length}`);
      const text = pages.join('\n');
      for (const name of [...caseworkers, childName(0)]) expect(text).not.toContain(name);
      expect(text).toContain('8a1d f02e c7de 1071');
    });

    it('takes no page more for a team without cases than it has sheets', () => {
      const pages = printed['a team without cases'];
      expect(pages[0]).toContain('Teamet har ingen sager i runden.');
      expect(pages.slice(1, 6).map((page) => /(?:Alle sager er|Der er|Ingen svar er)[^.]*\./u.exec(page)?.[0])).toEqual(
        [
          'Alle sager er gennemgået og afsluttet.',
          'Der er ingen fund i de sager, der er læst.',
          undefined,
          'Ingen svar er markeret som gode eksempler endnu.',
          'Der er ingen tidligere runde at se tilbage på.',
        ],
      );
    });
  });

  describe('the page of a case', () => {
    it.each([
      ['nothing found', 1],
      ['ten findings', 1],
      ['twenty findings', 2],
      ['a page of praise', 1],
    ] as const)('with %s', (name, expected) => {
      const pages = printed[name];
      expect(pages).toHaveLength(expected);
      for (const page of pages) expect(page).toContain('Fortroligt – indeholder oplysninger om en enkelt sag');
      const text = pages.join('\n');
      expect(text.indexOf('Det er gjort godt')).toBeLessThan(text.indexOf('Det skal vi tale om'));
      expect(text.indexOf('Det skal vi tale om')).toBeLessThan(text.indexOf('Aftale'));
      expect(text).toContain('Ledelsestilsyn 0.1.0');
      expect(text.replaceAll(/\s+/gu, ' ')).toContain('udtrækkets aftryk 8a1d f02e c7de 1071');
    });

    it('is one page to each case of a round', () => {
      const pages = printed['six cases'];
      expect(pages).toHaveLength(6);
      pages.forEach((page, index) => expect(page).toContain(`Sag ${sixCases.cases[index]!.drawn.caseId}`));
    });

    it('shows the end of the longest note', () => {
      const text = printed['the longest note'].join('\n').replaceAll(/\s+/gu, ' ');
      expect(text).toContain('Her slutter noten.');
    });
  });
});

function praised(): ReportSource {
  const source = caseWith(4);
  const words = 'Du har holdt fast i barnet gennem et svært forløb og har skrevet det ned undervejs. '.repeat(12);
  const conversation = { held: '2026-01-22', praise: words, agreement: words, due: '2026-02-01' };
  return { ...source, talks: { [source.cases[0]!.drawn.caseId]: { conversation, comments: {} } } };
}
