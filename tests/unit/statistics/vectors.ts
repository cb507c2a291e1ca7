import { readFileSync } from 'node:fs';

type Pair = readonly [number, number];

/** The published and recomputed test vectors of the method, as the project received them. */
export interface Vectors {
  readonly binomial95: readonly { readonly x: number; readonly n: number; readonly wilson: Pair; readonly cp: Pair }[];
  readonly hypergeometric95: readonly {
    readonly N: number;
    readonly n: number;
    readonly x: number;
    readonly K: Pair;
  }[];
  readonly agreement: readonly {
    readonly table: readonly (readonly number[])[];
    readonly po: number;
    readonly kappa: number | null;
    readonly ac1: number;
  }[];
  readonly stratified: {
    readonly N: readonly number[];
    readonly n: readonly number[];
    readonly x: readonly number[];
    readonly p: number;
    readonly se: number;
  };
  readonly newcombe_diff: readonly { readonly a: Pair; readonly b: Pair; readonly ci: Pair }[];
}

const file = new URL('../../fixtures/vectors.json', import.meta.url);
export const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
