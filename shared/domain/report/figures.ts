import type { Outcome } from '../review/template.ts';

/** `census`: parts that take every case of their frame, beside a random part; counted apart. */
export type SamplePart = 'random' | 'census' | 'targeted';

/** An interval in whole cases of the frame, or as shares of the relevant cases. Both ends included, 95 per cent. */
export interface FigureInterval {
  readonly low: number;
  readonly high: number;
  readonly unit: 'cases' | 'share';
  /** Cases: how many cases the frame holds. Share: how many relevant answers it rests on. */
  readonly of: number;
}

/** Why a rate stands without an interval. */
export type NoInterval =
  | 'census'
  | 'census-unread'
  | 'targeted'
  | 'nothing-read'
  | 'nothing-relevant'
  | 'one-per-stratum'
  | 'too-few'
  | 'suppressed';

/**
 * One item in one part of a sample. `n` = yes + partly + no + cannotTell: the relevant answers.
 * `rate` is yes / n, weighted by stratum where the sample is stratified; null where there is nothing to divide by.
 */
export interface ItemFigure {
  readonly id: string;
  readonly part: SamplePart;
  readonly n: number;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly na: number;
  readonly cannotTell: number;
  readonly unanswered: number;
  readonly rate: number | null;
  readonly interval: FigureInterval | null;
  readonly noInterval: NoInterval | null;
  readonly weighted: boolean;
}

/** One area in one part: how many cases are met among those where the area is relevant and finished. */
export interface AreaFigure {
  readonly id: string;
  readonly part: SamplePart;
  readonly n: number;
  readonly met: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly rate: number | null;
  readonly interval: FigureInterval | null;
  readonly noInterval: NoInterval | null;
  readonly weighted: boolean;
}

export interface Coverage {
  readonly drawn: number;
  readonly started: number;
  readonly closed: number;
  readonly replaced: number;
  readonly frame: number;
}

export interface Figures {
  readonly items: readonly ItemFigure[];
  readonly areas: readonly AreaFigure[];
  /** `census` only where such a part stands beside a random one. */
  readonly coverage: Readonly<Record<'random' | 'targeted', Coverage>> & { readonly census?: Coverage };
}
