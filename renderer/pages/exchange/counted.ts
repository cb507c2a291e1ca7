import { formatNumber } from '../../components/formats.ts';
import { exchangeWords } from '../../words/exchange.ts';

/** `12 sager`. */
export function caseCount(count: number): string {
  return exchangeWords.cases(formatNumber(count), count === 1);
}
