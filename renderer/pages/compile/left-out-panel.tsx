import type { CompileChoice } from '#shared/contract/compile.ts';
import type { Compilation } from '#shared/domain/report/compile/compilation.ts';
import { reportSetWords } from '#shared/words/report-set.ts';

import { capitalise, formatCount } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { setWords } from '../../words/compile.ts';
import classes from './compile.module.css';
import { roundTitle } from './round-title.ts';

const { leftOut: words } = setWords;

interface LeftOutPanelProps {
  readonly leftOut: Compilation['leftOut'];
  readonly rounds: readonly CompileChoice[];
}

/** Rounds and questions that are not in the figures, each with why; nothing where all are. */
export function LeftOutPanel({ leftOut, rounds }: LeftOutPanelProps) {
  if (leftOut.length === 0) return null;
  return (
    <Panel title={words.title}>
      <ul className={classes['list']}>
        {leftOut.map(({ roundId, itemIds, questions, reason }) => {
          const round = rounds.find((each) => each.roundId === roundId);
          const name = round === undefined ? roundId : roundTitle(round);
          const why = capitalise(reportSetWords.reasons[reason]);
          return (
            <li key={`${roundId} ${reason}`}>
              {itemIds === null
                ? words.whole(name, why)
                : words.items(name, formatCount(itemIds.length, ...words.questions), why)}
              {questions.length > 0 && <Questions questions={questions} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <details>
      <summary>{words.show}</summary>
      <ul className={classes['list']}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </details>
  );
}
