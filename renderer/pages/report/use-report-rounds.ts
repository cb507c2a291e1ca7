import type { CompileChoice } from '#shared/contract/compile.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

import { useRoute } from '../../hooks/use-route.tsx';
import { chosenRounds, fromParams, proposedChoice, type RoundsChoice, toParams } from '../compile/rounds-set.ts';

export interface ReportRounds {
  /** What the report is about, the newest first; none where the choice names none. */
  readonly rounds: readonly RoundSummary[];
  /** Null: one round alone. */
  readonly selection: RoundsChoice | null;
  readonly showOne: (roundId: string) => void;
  readonly showSeveral: (selection: RoundsChoice) => void;
  /** Several rounds where it was one, and the other way. */
  readonly toggle: () => void;
}

interface ReportRoundsInput {
  readonly rounds: readonly RoundSummary[];
  /** The newest. */
  readonly first: RoundSummary;
  /** The rounds that can stand with others. */
  readonly choices: readonly CompileChoice[];
  readonly onChange: () => void;
}

/** Which rounds the report is about, as the route holds it: the newest one, another one, or several that stand together. */
export function useReportRounds({ rounds, first, choices, onChange }: ReportRoundsInput): ReportRounds {
  const { route, keep } = useRoute();
  const selection = fromParams(route.params);
  const one = rounds.find(({ roundId }) => roundId === route.params['roundId']) ?? first;
  const show = (params: Readonly<Record<string, string>>): void => {
    onChange();
    keep(params);
  };
  const showSeveral = (next: RoundsChoice): void => show(toParams(next));
  return {
    rounds: selection === null ? [one] : together(rounds, choices, selection),
    selection,
    showOne: (roundId) => show({ roundId }),
    showSeveral,
    toggle: () => (selection === null ? showSeveral(proposedChoice(choices)) : show({})),
  };
}

function together(
  rounds: readonly RoundSummary[],
  choices: readonly CompileChoice[],
  selection: RoundsChoice,
): readonly RoundSummary[] {
  const known = new Map(rounds.map((round) => [round.roundId, round]));
  return chosenRounds(choices, selection).flatMap(({ roundId }) => known.get(roundId) ?? []);
}
