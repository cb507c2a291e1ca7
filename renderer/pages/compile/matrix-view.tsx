import { Button } from '@mantine/core';

import type { CompileChoice } from '#shared/contract/compile.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { compileWords, roundsWords } from '../../words/compile.ts';
import { CompilationView } from './compilation-view.tsx';
import classes from './compile.module.css';
import { type GroupChoice, groupFrom, groupParams, wholeSet } from './group-choice.ts';
import { RoundsPanel } from './rounds-panel.tsx';
import { checklistsIn, chosenRounds, fromParams, proposedChoice, type RoundsChoice, toParams } from './rounds-set.ts';

/** Alle runder: what the chosen rounds say together. */
export function MatrixView() {
  const choices = useQuery('compile.choices', {});
  const { go } = useRoute();
  return (
    <QueryView query={choices} height={600}>
      {({ rounds }) =>
        rounds.length === 0 ? (
          <EmptyState text={compileWords.empty}>
            <Button onClick={() => go('sampling')}>{compileWords.toSampling}</Button>
            <Button variant="default" onClick={() => go('exchange')}>
              {compileWords.toExchange}
            </Button>
          </EmptyState>
        ) : (
          <Compiled rounds={rounds} />
        )
      }
    </QueryView>
  );
}

/** What is chosen stands in the route, so that Back from a report returns to it. */
function Compiled({ rounds }: { rounds: readonly CompileChoice[] }) {
  const { route, go, keep } = useRoute();
  const choice = fromParams(route.params) ?? proposedChoice(rounds);
  const group = groupFrom(route.params);
  const show = (next: RoundsChoice, of: GroupChoice): void =>
    keep({ part: 'matrix', ...toParams(next), ...groupParams(of) });
  const chosen = chosenRounds(rounds, choice);
  const change = (next: RoundsChoice): void => show(next, { ...group, name: null });
  return (
    <div className={classes['view']}>
      <RoundsPanel rounds={rounds} choice={choice} onChange={change}>
        {chosen.length > 0 && (
          <Button onClick={() => go('report', toParams(choice))}>{compileWords.writeReport}</Button>
        )}
      </RoundsPanel>
      {chosen.length === 0 ? (
        <EmptyState text={compileWords.noRounds} />
      ) : (
        <Figures
          rounds={chosen}
          group={group}
          onGroup={(of) => show(choice, of)}
          onChecklist={(templateId) => show({ ...choice, templateId, picked: null }, wholeSet)}
        />
      )}
    </div>
  );
}

interface FiguresProps {
  readonly rounds: readonly CompileChoice[];
  readonly group: GroupChoice;
  readonly onGroup: (group: GroupChoice) => void;
  readonly onChecklist: (templateId: string) => void;
}

function Figures({ rounds, group, onGroup, onChecklist }: FiguresProps) {
  const roundIds = rounds.map(({ roundId }) => roundId);
  const request = { roundIds, by: group.by, group: group.name };
  const matrix = useQuery('compile.matrix', request, { keepPrevious: true });
  if (matrix.error?.code === 'compile-different-templates' && matrix.data === undefined) {
    return (
      <ErrorNotice error={matrix.error}>
        <div className={classes['ways']}>
          {[...checklistsIn(rounds)].map(([templateId, title]) => (
            <Button key={templateId} variant="default" onClick={() => onChecklist(templateId)}>
              {roundsWords.onlyChecklist(title)}
            </Button>
          ))}
        </div>
      </ErrorNotice>
    );
  }
  return (
    <QueryView query={matrix} height={800}>
      {(compilation) => (
        <CompilationView
          compilation={compilation}
          rounds={rounds}
          loading={matrix.loading}
          group={group}
          onGroup={onGroup}
        />
      )}
    </QueryView>
  );
}
