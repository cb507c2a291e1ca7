import { Button } from '@mantine/core';

import type { Reading } from '#shared/domain/review/answer.ts';

import { useRoute } from '../../../hooks/use-route.tsx';
import { secondReadingWords as words } from '../../../words/second-reading.ts';

/** From a case to the second readings of its round, and to the practice case; from a second reading back to their list. */
export function ReviewWays({ roundId, reading }: { readonly roundId: string; readonly reading: Reading }) {
  const { route, go } = useRoute();
  const reader = route.params['reader'];
  const toSecond = (): void => go('review', { view: 'second', roundId, ...(reader === undefined ? {} : { reader }) });
  return (
    <>
      <Button variant="subtle" onClick={toSecond}>
        {reading === 2 ? words.back : words.toSecond}
      </Button>
      {reading === 1 && (
        <Button variant="subtle" onClick={() => go('review', { view: 'practice', roundId })}>
          {words.toPractice}
        </Button>
      )}
    </>
  );
}
