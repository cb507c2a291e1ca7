import type { DateSignal, PopulationSummary } from '#shared/contract/population.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { populationWords } from '../../words/population.ts';
import classes from './population.module.css';

const words = populationWords.signals;

export function signalName(rule: string): string {
  return words.words[rule] ?? rule;
}

interface SignalsPanelProps {
  readonly summary: PopulationSummary;
  readonly onShowBroken: (rule: string) => void;
}

/** What the date rules say over all cases, in counts with their n; a broken count opens its cases in the list. */
export function SignalsPanel({ summary, onShowBroken }: SignalsPanelProps) {
  return (
    <Panel title={words.title}>
      <div className={classes['signalScroll']}>
        <table className={classes['signals']} aria-label={words.table}>
          <thead>
            <tr>
              <th scope="col">{words.rule}</th>
              <th scope="col">
                <span className={classes['key']} data-part="kept" aria-hidden="true" />
                {words.kept}
              </th>
              <th scope="col">
                <span className={classes['key']} data-part="broken" aria-hidden="true" />
                {words.broken}
              </th>
              <th scope="col">
                <span className={classes['key']} data-part="unclear" aria-hidden="true" />
                {words.unclear}
              </th>
              <th scope="col">
                <span className={classes['key']} data-part="missing" aria-hidden="true" />
                {words.missing}
              </th>
              <th scope="col">{words.of}</th>
            </tr>
          </thead>
          <tbody>
            {summary.signals.map((signal) => (
              <SignalRow key={signal.rule} signal={signal} onShowBroken={onShowBroken} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes['quiet']}>{words.note}</p>
    </Panel>
  );
}

interface SignalRowProps {
  readonly signal: DateSignal;
  readonly onShowBroken: (rule: string) => void;
}

function SignalRow({ signal, onShowBroken }: SignalRowProps) {
  const { rule, kept, broken, unclear, missing } = signal;
  const relevant = kept + broken + unclear + missing;
  const name = signalName(rule);
  const label = words.showBroken(formatCount(broken, ...populationWords.cases), name);
  return (
    <tr>
      <th scope="row">
        {name}
        <SignalBar parts={{ kept, broken, unclear, missing }} total={relevant} />
      </th>
      <td>{formatNumber(kept)}</td>
      <td>
        {broken === 0 ? (
          formatNumber(0)
        ) : (
          <button type="button" className={classes['link']} onClick={() => onShowBroken(rule)} aria-label={label}>
            {formatNumber(broken)}
          </button>
        )}
      </td>
      <td>{formatNumber(unclear)}</td>
      <td>{formatNumber(missing)}</td>
      <td>{relevant === 0 ? words.none : formatNumber(relevant)}</td>
    </tr>
  );
}

function SignalBar({ parts, total }: { parts: Readonly<Record<string, number>>; total: number }) {
  return (
    <span className={classes['bar']} aria-hidden="true">
      {Object.entries(parts).map(([part, count]) =>
        count === 0 ? null : <span key={part} data-part={part} style={{ width: `${(count / total) * 100}%` }} />,
      )}
    </span>
  );
}
