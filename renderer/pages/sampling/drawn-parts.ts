import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';
import { isCensus, isSystematic } from '#shared/domain/sampling/plan.ts';
import { drawnBecause, replacementReasonWords } from '#shared/words/sampling.ts';
import { targetedRuleWords } from '#shared/words/targeted-rules.ts';

import { samplingWords as words } from '../../words/sampling.ts';

/** The parts of a draw in the order of its plan. */
export function partsOf({ strata }: DrawRecord): readonly number[] {
  return [...new Set(strata.map(({ partIndex }) => partIndex))].toSorted((a, b) => a - b);
}

/** What a part is, as the page names it: `Del 1: tilfældig, fordelt på team`. */
export function partName({ plan }: DrawRecord, partIndex: number): string {
  const part = plan.parts[partIndex];
  if (part === undefined) {
    return words.logNumber(partIndex + 1);
  }
  if (part.kind === 'targeted') {
    const name = words.partTitle(partIndex + 1, words.partKinds.targeted);
    const rule = part.rule === undefined ? '' : typeof part.rule === 'string' ? ruleName(part.rule) : part.rule.name;
    return rule === '' ? name : words.partOf(name, rule);
  }
  const kind = isCensus(part) ? 'census' : isSystematic(part) ? 'systematic' : 'random';
  const title = words.partTitle(partIndex + 1, words.partKinds[kind]);
  return part.stratifyBy === null || kind === 'census' ? title : words.partBy(title, words.strata[part.stratifyBy]);
}

function ruleName(rule: string): string {
  return Object.hasOwn(targetedRuleWords, rule) ? targetedRuleWords[rule as keyof typeof targetedRuleWords] : rule;
}

/** Why a case is in the sample, and what became of it: every sentence on a line of its own. */
export function whyLines(record: DrawRecord, drawn: DrawRecord['cases'][number]): readonly string[] {
  const out = record.replaced.find(({ caseId }) => caseId === drawn.caseId);
  const came = record.replaced.find(({ replacedBy }) => replacedBy === drawn.caseId);
  return [
    drawnBecause(drawn, record.plan),
    ...(came === undefined ? [] : [words.replaces(came.caseId)]),
    ...(out === undefined ? [] : [words.replacedBy(out.replacedBy, replacementReasonWords[out.reason])]),
  ];
}

/** Why cases of the list are in no frame, each reason with its count. */
export function heldOut({ excluded }: DrawRecord): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of excluded) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
