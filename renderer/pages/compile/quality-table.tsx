import type { ProblemCode } from '#shared/domain/importing/problem.ts';
import type { Compilation } from '#shared/domain/report/compile/compilation.ts';
import { problemWords } from '#shared/words/importing.ts';

import { formatNumber } from '../../components/formats.ts';
import { listWords } from '../../words/compile.ts';
import { ListPanel } from './list-panel.tsx';
import { unitName } from './unit-name.ts';

const { quality: words } = listWords;

/** What the extracts lacked, unit by unit. */
export function QualityTable({ quality }: { quality: Compilation['quality'] }) {
  const rows = quality
    .filter(({ count }) => count > 0)
    .map(({ unit, code, count, of }) => (
      <tr key={`${unit} ${code}`}>
        <th scope="row">{unitName(unit)}</th>
        <td>{code === 'rejected' ? words.rejected : problemWords({ code: code as ProblemCode })}</td>
        <td data-count="">{formatNumber(count)}</td>
        <td data-count="">{of === null ? '' : formatNumber(of)}</td>
      </tr>
    ));
  const { unit, what, count, of } = words.columns;
  return <ListPanel words={words} texts={[unit, what]} counts={[count, of]} rows={rows} />;
}
