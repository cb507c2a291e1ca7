import { Button } from '@mantine/core';
import { useState } from 'react';

import type { DateCheck } from '#shared/contract/population.ts';
import {
  type DateCheckLine,
  type DateCheckVerdict,
  dateCheckVerdicts,
  keptShare,
} from '#shared/domain/population/date-check.ts';
import { dateCheckVerdictWords, dateRuleWords } from '#shared/words/population.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatNumber, formatPercent } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { populationWords } from '../../words/population.ts';
import { type Narrowing, verdictName } from './narrowing.ts';
import classes from './population.module.css';
import { SaveDateCheck } from './save-date-check.tsx';
import { useDateCheck } from './use-date-check.ts';

const words = populationWords.check;

interface DateCheckPanelProps {
  readonly importId: string;
  readonly onShow: (narrowing: Narrowing) => void;
}

/** What the date rules say over all cases, in counts; each of them opens its cases in the list. */
export function DateCheckPanel({ importId, onShow }: DateCheckPanelProps) {
  const { state, run, cancel } = useDateCheck(importId);
  const again = (): void => void run({ importId });
  return (
    <Panel title={words.title}>
      <p className={classes['purpose']}>{words.purpose}</p>
      {state.status === 'running' && (
        <ProgressPanel
          label={words.checking}
          progress={state.progress}
          cancelling={state.cancelling}
          onCancel={cancel}
        />
      )}
      {state.status === 'idle' && (
        <Button variant="default" onClick={again}>
          {words.again}
        </Button>
      )}
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} onRetry={again} />
      {state.status === 'done' && <Check check={state.output} onShow={onShow} />}
    </Panel>
  );
}

function isRelevant({ kept, broken, missing, unclear }: DateCheckLine): boolean {
  return kept + broken + missing + unclear > 0;
}

function Check({ check, onShow }: { check: DateCheck; onShow: DateCheckPanelProps['onShow'] }) {
  const [all, setAll] = useState(false);
  const relevant = check.lines.filter(isRelevant);
  const others = check.lines.length - relevant.length;
  return (
    <>
      <div className={classes['signalScroll']}>
        <table className={classes['signals']} aria-label={words.table}>
          <thead>
            <tr>
              <th scope="col">{words.rule}</th>
              {dateCheckVerdicts.map((verdict) => (
                <th key={verdict} scope="col">
                  <span className={classes['key']} data-part={verdict} aria-hidden="true" />
                  {dateCheckVerdictWords[verdict]}
                </th>
              ))}
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? check.lines : relevant).map((line) => (
              <Line key={line.rule} line={line} onShow={onShow} />
            ))}
          </tbody>
        </table>
      </div>
      {others > 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          className={classes['fold']}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? words.fewer : words.others(formatCount(others, ...words.requirements))}
        </Button>
      )}
      <p className={classes['quiet']}>{words.note}</p>
      <SaveDateCheck check={check} />
    </>
  );
}

function Line({ line, onShow }: { line: DateCheckLine; onShow: DateCheckPanelProps['onShow'] }) {
  const { name, requirement, law, lawyerCheck } = dateRuleWords[line.rule];
  return (
    <tr>
      <th scope="row">
        <span title={requirement}>{name}</span>
        <span className={classes['law']}>{lawyerCheck ? `${law} (${words.lawyer})` : law}</span>
        <Bar line={line} />
      </th>
      {dateCheckVerdicts.map((verdict) => (
        <td key={verdict}>
          <Count line={line} verdict={verdict} onShow={onShow} />
        </td>
      ))}
      <td>{shareText(line)}</td>
    </tr>
  );
}

function shareText(line: DateCheckLine): string {
  const { of, share } = keptShare(line);
  return share === null ? words.fewOf(formatNumber(of)) : words.shareOf(formatPercent(share), formatNumber(of));
}

interface CountProps {
  readonly line: DateCheckLine;
  readonly verdict: DateCheckVerdict;
  readonly onShow: DateCheckPanelProps['onShow'];
}

function Count({ line, verdict, onShow }: CountProps) {
  const count = line[verdict];
  if (count === 0) return formatNumber(0);
  const cases = formatCount(count, ...populationWords.cases);
  return (
    <button
      type="button"
      className={classes['link']}
      onClick={() => onShow({ kind: 'rule', rule: line.rule, verdict })}
      aria-label={words.show(cases, dateRuleWords[line.rule].name, verdictName(verdict))}
    >
      {formatNumber(count)}
    </button>
  );
}

/** The shares of the cases that the requirement concerns. */
function Bar({ line }: { line: DateCheckLine }) {
  const parts = dateCheckVerdicts.filter((verdict) => verdict !== 'notRelevant');
  const total = parts.reduce((sum, part) => sum + line[part], 0);
  return (
    <span className={classes['bar']} aria-hidden="true">
      {parts.map((part) =>
        line[part] === 0 ? null : (
          <span key={part} data-part={part} style={{ width: `${(line[part] / total) * 100}%` }} />
        ),
      )}
    </span>
  );
}
