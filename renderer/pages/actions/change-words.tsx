import type { ItemMeasure } from '#shared/domain/review/action.ts';
import { practiceChange } from '#shared/domain/review/practice-change.ts';

import { formatNumber } from '../../components/formats.ts';
import { measureWords as words } from '../../words/actions.ts';
import classes from './actions.module.css';

/** "12 af 30 ja → 21 af 30 ja", and what the two samples can say of the difference. */
export function ChangeWords({ before, after }: { before: ItemMeasure; after: ItemMeasure }) {
  const { verdict, difference } = practiceChange(before, after);
  const [was, is] = [before, after].map(({ yes, n }) => words.share(yes, n));
  return (
    <div className={classes['change']}>
      <p>
        <span aria-hidden="true">{words.change(was ?? '', is ?? '')}</span>
        <span className="visually-hidden">{words.aloud(was ?? '', is ?? '')}</span>
      </p>
      <p className={classes['quiet']}>
        {words.verdicts[verdict]}
        {difference !== null && ` ${words.points(points(difference.low), points(difference.high))}`}
      </p>
    </div>
  );
}

function points(share: number): string {
  return formatNumber(Math.round(share * 100) + 0);
}
