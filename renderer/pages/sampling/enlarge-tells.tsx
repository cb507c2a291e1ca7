import { useMemo } from 'react';

import { hypergeometricInterval } from '#shared/domain/statistics/hypergeometric.ts';

import { formatNumber } from '../../components/formats.ts';
import { samplingWords as words } from '../../words/sampling.ts';

/** What the larger sample will be able to tell, where eight in ten are as they should be: in whole cases. */
export function EnlargeTells({ frame, read }: { frame: number; read: number }) {
  const positive = Math.round(0.8 * read);
  const { low, high } = useMemo(
    () => hypergeometricInterval({ population: frame, sample: read, positive }),
    [frame, read, positive],
  );
  return (
    <p>
      {read >= frame
        ? words.tellsAll(formatNumber(frame))
        : `${words.tellsSentence(formatNumber(read), formatNumber(positive))} ${words.tellsRange(formatNumber(low), formatNumber(high))} ${words.tellsEnd(formatNumber(frame))}`}
    </p>
  );
}
