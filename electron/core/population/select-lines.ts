import type { Input, Output } from '#shared/contract/operations.ts';
import type { CaseLine } from '#shared/contract/population.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { normaliseText } from '#shared/domain/population/normalise-text.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';
import { notStated } from '#shared/words/population.ts';

import { inSlices } from './in-slices.ts';
import { createSearch } from './list-cases.ts';
import type { Population } from './load-population.ts';
import type { PopulationView } from './population-view.ts';
import type { StepCall } from './shared-run.ts';

type Query = Input<'population.list'>;

/** The lines that a list asks for, in its order: how many there are, and the page that is in sight. */
export async function selectLines(
  view: PopulationView,
  byId: Population['byId'],
  query: Query,
  today: LocalDate,
  call: StepCall,
): Promise<Output<'population.list'>> {
  const { sort, descending, offset, limit } = query;
  const narrowed = ruleOf(query);
  const sorted = await view.sorted({ sort, descending, rule: narrowed?.rule ?? null, today }, call);
  const ofRule = narrowed && (await view.casesWith(narrowed.rule, narrowed.verdict, today, call));
  const since = await casesSince(view, query, call);
  const lines = await matching(sorted, query, [ofRule, since], call);
  const reviewed = query.since === 'reviewed' ? await view.reviewed(call) : null;
  const shown = lines.slice(offset, offset + limit).map((line) => {
    const record = byId.get(line.id);
    const finding = narrowed && record ? evaluateRule(narrowed.rule, record, today) : null;
    const reviewedAt = reviewed?.get(line.id);
    return { ...line, ...(finding === null ? {} : { finding }), ...(reviewedAt === undefined ? {} : { reviewedAt }) };
  });
  return { total: lines.length, lines: shown };
}

/** The rule that a list is narrowed to, with its verdict; null where it is not. */
function ruleOf({ rule, brokenRule, verdict }: Query) {
  if (typeof rule === 'string') return { rule, verdict };
  return typeof brokenRule === 'string' ? { rule: brokenRule, verdict: 'broken' as const } : null;
}

interface Numbers {
  has(caseId: string): boolean;
}

async function casesSince(view: PopulationView, { since, earlierId }: Query, call: StepCall): Promise<Numbers | null> {
  if (since === null || since === undefined) return null;
  if (since === 'reviewed') return view.reviewed(call);
  const found = await view.comparison(earlierId ?? null, call);
  return found?.comparison[since] ?? new Set<string>();
}

async function matching(
  lines: readonly CaseLine[],
  { search, team }: Query,
  among: readonly (Numbers | null)[],
  call: StepCall,
): Promise<readonly CaseLine[]> {
  const wanted = typeof team === 'string' ? normaliseText(team) : null;
  const inEach = among.filter((numbers) => numbers !== null);
  if (search === '' && wanted === null && inEach.length === 0) return lines;
  const holds = createSearch(search);
  const found: CaseLine[] = [];
  await inSlices(lines, call, 'listing', (line) => {
    if (!inEach.every((numbers) => numbers.has(line.id))) return;
    if (wanted !== null && (normaliseText(line.team ?? '') || notStated) !== wanted) return;
    if (holds(line)) found.push(line);
  });
  return found;
}
