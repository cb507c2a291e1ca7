import type { ReactNode } from 'react';

/** Paper is white in every colour scheme, so these are fixed; dark and light, dense and open, line and dot alternate. */
const looks = [
  { ground: '#0b5563', line: null, draw: null },
  { ground: '#9fd0d6', line: '#0b5563', draw: 'M0 8L8 0M-2 2L2 -2M6 10L10 6' },
  { ground: '#fbe9e5', line: '#7a1d10', draw: 'M0 0L8 8M-2 6L2 10M6 -2L10 2M0 8L8 0M-2 2L2 -2M6 10L10 6' },
  { ground: '#eef0df', line: '#464b12', draw: 'M2 3h2v2h-2zM6 7h2v2h-2z' },
  { ground: '#ffffff', line: '#5c6b6d', draw: 'M0 4H8' },
  { ground: '#c9d4d3', line: null, draw: null },
] as const;

const patternId = (id: string, index: number): string => `${id}-${index % looks.length}`;

/** How the part of a bar is filled. */
export function fillOf(id: string, index: number): string {
  return `url(#${patternId(id, index)})`;
}

/** The fills of a picture, each told from the others by its pattern and not by its colour alone. */
export function ChartPatterns({ id }: { id: string }) {
  return (
    <defs>
      {looks.map(({ ground, line, draw }, index) => (
        <pattern key={index} id={patternId(id, index)} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={ground} />
          {draw !== null && <path d={draw} stroke={line} strokeWidth="1.4" fill="none" />}
        </pattern>
      ))}
    </defs>
  );
}

const lines = [
  { colour: '#0b5563', dash: undefined },
  { colour: '#7a1d10', dash: '7 4' },
  { colour: '#464b12', dash: '2 3' },
  { colour: '#1b4a68', dash: '9 3 2 3' },
  { colour: '#5b2a6b', dash: '4 2' },
] as const;

export interface LineLook {
  readonly colour: string;
  readonly dash: string | undefined;
}

/** The colour and dashes of a line; its points have a shape of their own, see `pointOf`. */
export function lineOf(index: number): LineLook {
  return lines[index % lines.length] ?? lines[0];
}

const points: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`,
  (x, y) => `M${x - 4} ${y - 4}h8v8h-8z`,
  (x, y) => `M${x} ${y - 5}l5 9h-10z`,
  (x, y) => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
  (x, y) => `M${x} ${y + 5}l5 -9h-10z`,
];

/** The shape of a line's points: circle, square, triangle, diamond, triangle on its tip. */
export function pointOf(index: number, x: number, y: number): ReactNode {
  const draw = points[index % points.length];
  return <path d={draw?.(x, y)} fill={lineOf(index).colour} stroke="#ffffff" strokeWidth="1" />;
}

/** What makes a drawing one picture with a text alternative. */
export function pictureOf(alternative: string) {
  return { role: 'img', 'aria-label': alternative };
}
