import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import { formatNumber } from '../../components/formats.ts';
import { listWords } from '../../words/compile.ts';
import { ListPanel } from './list-panel.tsx';

const { register: words } = listWords;

/** Where what is registered is not what the readers found. */
export function RegisterTable({ errors }: { errors: Compilation['registerErrors'] }) {
  const rows = errors.map(({ itemId, question, errors: count, of }) => (
    <tr key={itemId}>
      <th scope="row">{question}</th>
      <td data-count="">{formatNumber(count)}</td>
      <td data-count="">{formatNumber(of)}</td>
    </tr>
  ));
  const { question, errors: wrong, of } = words.columns;
  return <ListPanel words={words} texts={[question]} counts={[wrong, of]} rows={rows} />;
}
