import { pointsText } from '#shared/domain/report/interval-text.ts';
import type { Change } from '#shared/domain/report/trend/change.ts';
import { verdictText } from '#shared/domain/report/trend/trend-columns.ts';
import { noChangeWords } from '#shared/words/trend.ts';

import { formatNumber } from '../../components/formats.ts';
import { matrixWords } from '../../words/compile.ts';
import classes from './compile.module.css';
import type { AreaRow, ItemRow } from './figure-rows.ts';

const { change: words } = matrixWords;

/** How much the share has changed since the rounds before, and whether that can be told from chance. */
export function ChangeCell({ figure: { change, n } }: { figure: Pick<AreaRow | ItemRow, 'change' | 'n'> }) {
  if (change === null)
    return <span className={classes['quiet']}>{n === 0 ? noChangeWords['nothing-read'] : words.none}</span>;
  const { before, difference } = change;
  return (
    <>
      {difference !== null && <span className={classes['line']}>{differenceText(change, difference)}</span>}
      <span className={classes['line']}>{verdictText(change)}</span>
      <span className={classes['quiet']}>{words.before(formatNumber(before.met), formatNumber(before.n))}</span>
    </>
  );
}

/** `+8,2 (−3,1 til 19,5)`: percentage points with one decimal, as the reports write them. */
function differenceText({ interval }: Change, difference: number): string {
  const own = signed(difference);
  return interval === null ? own : words.difference(own, points(interval.low), points(interval.high));
}

function points(share: number): string {
  return pointsText(Math.round(share * 1000) / 10 + 0).replace('-', '−');
}

function signed(share: number): string {
  const text = points(share);
  return share > 0 && text !== points(0) ? `+${text}` : text;
}
