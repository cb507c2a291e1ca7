import { useEffect, useRef } from 'react';

import type { Output } from '#shared/contract/operations.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { verifyWords as words } from '../../words/verify.ts';
import classes from './verify.module.css';

interface VerifyResultProps {
  readonly outcome: Output<'sampling.verify'>;
  readonly drawn: number;
}

/** The answer in one mark, then every difference in a sentence. */
export function VerifyResult({ outcome: { same, differences, part }, drawn }: VerifyResultProps) {
  const result = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    // Newer Chromium answers with a promise, which is no clean-up.
    result.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Panel>
      <output ref={result} className={classes['result']}>
        <StatusMark kind={same ? 'kept' : 'broken'}>{titleOf(same, part !== undefined)}</StatusMark>
        {part !== undefined && (
          <span>{words.part.text(formatNumber(part.told), formatCount(part.drawn, 'sag', 'sager'))}</span>
        )}
        {same
          ? part === undefined && <span>{words.sameText(formatCount(drawn, 'sag', 'sager'))}</span>
          : differences.length > 0 && (
              <span>{words.otherText(formatCount(differences.length, 'forskel', 'forskelle'))}</span>
            )}
      </output>
      {differences.length > 0 && (
        <ul className={classes['differences']}>
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function titleOf(same: boolean, isPart: boolean): string {
  const { same: kept, other } = isPart ? words.part : words;
  return same ? kept : other;
}
