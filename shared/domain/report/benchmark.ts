import { z } from 'zod';

/** One national figure: another sample, another year, the old law. A reference mark, never a target. */
export const benchmark = z.object({
  point: z.string().min(1),
  year: z.string().min(1),
  /** Whole per cent. */
  percent: z.int().min(0).max(100),
  /** Cases behind it; null where the source does not say. */
  n: z.int().positive().nullable(),
  law: z.string().min(1),
  note: z.string(),
  url: z.url(),
  /** The nearest question of the checklist; it need not ask the same, which `note` says. */
  itemId: z.string().nullable(),
});
export type Benchmark = z.output<typeof benchmark>;

export const benchmarkFile = z.object({
  name: z.string().min(1),
  /** What stands beside every one of the figures, in a few words. */
  warning: z.string().min(1),
  /** The same as a paragraph. */
  notice: z.string().min(1),
  figures: z.array(benchmark),
});
export type BenchmarkFile = z.output<typeof benchmarkFile>;

/** The newest figure of each point, in the order of the file. */
export function newestFigures({ figures }: BenchmarkFile): readonly Benchmark[] {
  const newest = new Map<string, Benchmark>();
  for (const figure of figures) {
    const known = newest.get(figure.point);
    if (known === undefined || figure.year > known.year) newest.set(figure.point, figure);
  }
  return [...newest.values()];
}
