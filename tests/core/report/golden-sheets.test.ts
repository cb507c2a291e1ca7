import { expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';

import { quartersBefore, withEarlier } from '../../unit/report/earlier-fixture.ts';
import { reportSource } from '../../unit/report/report-fixture.ts';
import { elementsOf, normalised } from './charts/chart-xml.ts';
import { partsOf } from './read-back.ts';

/** A round of an example, with one before it. */
const source = withEarlier(
  { ...reportSource(), round: { name: 'Prøverunde', example: true } },
  quartersBefore(1, () => 0.6),
);

/** The sheet with each text in place of its number among the shared ones: what stands in a cell can be read. */
function withTexts(sheet: string, shared: string): string {
  const texts = elementsOf(shared, 'si').map(({ text }) => text);
  return normalised(sheet).replace(
    /( t="s">\n *<v>\n *)(\d+)$/gm,
    (_, cell: string, at: string) => cell + JSON.stringify(texts[Number(at)]),
  );
}

/** `npx vitest run -u` on this file writes the golden files anew; what it changes is then read as any other change. */
it.each(['political', 'leader'] as const)(
  'the first sheet of the paper %s is written as its file says',
  async (kind) => {
    const parts = partsOf(await writeWorkbook(buildReport(kind, source).workbook));
    const sheet = withTexts(parts['xl/worksheets/sheet1.xml'] ?? '', parts['xl/sharedStrings.xml'] ?? '');
    await expect(sheet).toMatchFileSnapshot(`./golden/${kind}.xml.txt`);
    await expect(normalised(parts['xl/styles.xml'] ?? '')).toMatchFileSnapshot(`./golden/${kind}-styles.xml.txt`);
  },
);
