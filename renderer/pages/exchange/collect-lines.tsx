import type { AppError } from '#shared/contract/errors.ts';
import type { CollectedPackage } from '#shared/contract/exchange.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatNumber } from '../../components/formats.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import { PassphraseForm } from './receive-tab.tsx';
import type { CollectLine } from './use-collecting.ts';

const words = exchangeWords.collect;
/** What the same package may be tried again with. */
const needPassphrase: ReadonlySet<string> = new Set(['package-passphrase-needed', 'package-wrong-passphrase']);

interface CollectLinesProps {
  readonly lines: readonly CollectLine[];
  readonly onPassphrase: (line: CollectLine, passphrase: string) => void;
}

/** Every package that was dropped, each with what came of it. */
export function CollectLines({ lines, onPassphrase }: CollectLinesProps) {
  if (lines.length === 0) return null;
  const done = lines.filter(({ status }) => status === 'done').length;
  return (
    <>
      <output>{words.done(formatNumber(done), formatNumber(lines.length))}</output>
      <ul className={classes['rows']} aria-label={words.list}>
        {lines.map((line) => (
          <li key={line.id} className={classes['row']}>
            <Line line={line} onPassphrase={(passphrase) => onPassphrase(line, passphrase)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly line: CollectLine;
  readonly onPassphrase: (passphrase: string) => void;
}

function Line({ line: { file, status, collected, error }, onPassphrase }: LineProps) {
  return (
    <>
      <div className={classes['line']}>
        <span className={classes['name']}>{file.name}</span>
        {status === 'done' && collected !== undefined ? (
          <Outcome collected={collected} />
        ) : status === 'failed' ? (
          <Refused error={error} />
        ) : (
          <StatusMark kind="neutral">{status === 'running' ? words.running : words.waiting}</StatusMark>
        )}
      </div>
      {error !== undefined &&
        (needPassphrase.has(error.code) ? (
          <PassphraseForm
            label={words.passphrase(file.name)}
            button={words.open}
            busy={status === 'running'}
            onGiven={onPassphrase}
          >
            <ErrorNotice error={error.code === 'package-passphrase-needed' ? undefined : error} />
          </PassphraseForm>
        ) : (
          <ErrorNotice error={error} />
        ))}
    </>
  );
}

/** A package whose passphrase nobody has been asked for yet is no failure. */
function Refused({ error }: { error: AppError | undefined }) {
  return error?.code === 'package-passphrase-needed' ? (
    <StatusMark kind="missing">{wordsOfError(error).what}</StatusMark>
  ) : (
    <StatusMark kind="broken">{words.failed}</StatusMark>
  );
}

function Outcome({ collected: { unit, outcome, answers, conflicts, closed, cases } }: { collected: CollectedPackage }) {
  const shown = unit === '' ? exchangeWords.wholeRound : unit;
  return (
    <>
      <StatusMark kind="done">
        {outcome === 'merged'
          ? words.merged(shown, words.changes(formatNumber(answers), answers === 1))
          : words.nothingNew(shown)}
      </StatusMark>
      <span>{words.closed(formatNumber(closed), caseCount(cases))}</span>
      {conflicts > 0 && (
        <StatusMark kind="unclear">{words.conflicts(formatNumber(conflicts), conflicts === 1)}</StatusMark>
      )}
    </>
  );
}
