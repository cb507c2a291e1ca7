import type { RoundExchange } from '#shared/contract/exchange.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';

/** In the order of a package's way: out, in, home, together. */
export const exchangeParts = ['send', 'receive', 'answers', 'collect'] as const;
export type ExchangePart = (typeof exchangeParts)[number];

export function exchangePart(value: string | null | undefined): ExchangePart | undefined {
  return exchangeParts.find((part) => part === value);
}

/** What this person is most likely here for: a consultant waits for answers, a head has cases to answer, or none yet. */
export function likelyPart(rounds: readonly RoundSummary[], status: readonly RoundExchange[]): ExchangePart {
  if (status.length > 0) return 'collect';
  if (rounds.some(({ role }) => role === 'received' || role === 'second-reading')) return 'answers';
  return rounds.length > 0 ? 'send' : 'receive';
}
