import { Button } from '@mantine/core';

import type { CompileChoice } from '#shared/contract/compile.ts';
import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import { formatNumber } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { setWords as words } from '../../words/compile.ts';
import classes from './compile.module.css';
import { unitName } from './unit-name.ts';

interface SetFactsProps {
  readonly compilation: Compilation;
  readonly rounds: readonly CompileChoice[];
}

/** What a reader must know before the figures: what is undecided, and what counts twice. */
export function SetFacts({ compilation, rounds }: SetFactsProps) {
  const { conflicts, repeated } = compilation;
  const [only, ...others] = rounds;
  return (
    <>
      {conflicts > 0 && <Conflicts count={conflicts} roundId={others.length === 0 ? only?.roundId : undefined} />}
      {repeated.length > 0 && (
        <p className={classes['quiet']}>{words.repeated(repeated.map((unit) => unitName(unit)).join(', '))}</p>
      )}
    </>
  );
}

function Conflicts({ count, roundId }: { count: number; roundId: string | undefined }) {
  const { go } = useRoute();
  const where = roundId === undefined ? {} : { view: 'conflicts', roundId };
  return (
    <div className={classes['conflicts']}>
      <Notice title={count === 1 ? words.conflicts.one : words.conflicts.many(formatNumber(count))}>
        {words.conflicts.next}
      </Notice>
      <Button variant="default" onClick={() => go('exchange', { part: 'collect', ...where })}>
        {words.conflicts.decide}
      </Button>
    </div>
  );
}
