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
        <StatusMark kind={same ? 'kept' : 'broken'}>{titleOf(same, part)}</StatusMark>
        {part !== undefined && <span>{partText(part)}</span>}
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

type Told = NonNullable<Output<'sampling.verify'>['part']>;

function titleOf(same: boolean, part: Told | undefined): string {
  if (part?.told === 0) return words.part.none;
  const { same: kept, other } = part === undefined ? words : words.part;
  return same ? kept : other;
}

function partText({ told, drawn }: Told): string {
  if (told === 0) return words.part.noneText;
  return words.part.text(formatNumber(told), formatCount(drawn, 'sag', 'sager'));
}
