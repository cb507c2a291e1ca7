import { Button } from '@mantine/core';

import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { setWords as words } from '../../words/compile.ts';
import classes from './compile.module.css';
import { unitName } from './unit-name.ts';

/** What a reader must know before the figures: what is undecided, and what counts twice. */
export function SetFacts({ compilation }: { compilation: Compilation }) {
  const { conflicts, repeated, readers } = compilation;
  return (
    <>
      {conflicts > 0 && <Conflicts count={conflicts} />}
      <p className={classes['quiet']}>
        {readers > 0 && words.read(formatCount(readers, ...words.readers))}{' '}
        {repeated.length > 0 && words.repeated(repeated.map((unit) => unitName(unit)).join(', '))}
      </p>
    </>
  );
}

function Conflicts({ count }: { count: number }) {
  const { go } = useRoute();
  return (
    <div className={classes['conflicts']}>
      <Notice title={count === 1 ? words.conflicts.one : words.conflicts.many(formatNumber(count))}>
        {words.conflicts.next}
      </Notice>
      <Button variant="default" onClick={() => go('exchange', { part: 'conflicts' })}>
        {words.conflicts.decide}
      </Button>
    </div>
  );
}
