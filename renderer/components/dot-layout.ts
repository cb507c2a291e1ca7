interface Group {
  readonly size: number;
  readonly marked: readonly number[];
}

interface Drawing {
  readonly dots: number;
  readonly filled: readonly number[];
  readonly plain: readonly number[];
}

const mostDots = 4_000;
const steps = [1, 10, 100, 1_000, 10_000];

/**
 * Which dots to draw for each group. While all cases together fit in 4,000 dots, one dot is one case; above that one
 * dot stands for 10, 100, ... cases, and is filled when any of them is marked.
 */
export function dotLayout(groups: readonly Group[]): { casesPerDot: number; drawings: readonly Drawing[] } {
  const cases = groups.reduce((sum, { size }) => sum + size, 0);
  const casesPerDot = steps.find((step) => cases / step <= mostDots) ?? 100_000;
  const drawings = groups.map(({ size, marked }) => {
    const dots = Math.ceil(size / casesPerDot);
    const filled = new Set(marked.map((position) => Math.floor(position / casesPerDot)));
    const plain = Array.from({ length: dots }, (_, dot) => dot).filter((dot) => !filled.has(dot));
    return { dots, filled: [...filled], plain };
  });
  return { casesPerDot, drawings };
}
