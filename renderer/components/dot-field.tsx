import { useLayoutEffect, useRef, useState } from 'react';

import { commonWords } from '../words/common.ts';
import { dotLayout } from './dot-layout.ts';
import { formatNumber } from './formats.ts';
import classes from './dot-field.module.css';

export interface DotGroup {
  readonly name: string;
  /** How many cases the group holds. */
  readonly size: number;
  /** Positions of the filled dots, from 0 to size - 1. */
  readonly marked: readonly number[];
  /** How many of the group are meant, where no dot is filled yet; none: the filled ones. */
  readonly stated?: number;
}

const pitch = 12;
/** More groups than this stand in two columns where there is room. */
const manyGroups = 12;
const columnGap = 24;
const leastForTwo = 480;

function path(dots: readonly number[], columns: number): string {
  return dots
    .map((dot) => `M${(dot % columns) * pitch + pitch / 2} ${Math.floor(dot / columns) * pitch + pitch / 2}h0`)
    .join('');
}

function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(44 * pitch);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) {
      return undefined;
    }
    const measure = (): void => setWidth(element.clientWidth || 44 * pitch);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** Cases as dots, one row of dots per group, the marked ones filled. Large groups let one dot stand for several cases. */
export function DotField({ groups }: { groups: readonly DotGroup[] }) {
  const [ref, width] = useWidth();
  const many = groups.length > manyGroups && width >= leastForTwo;
  const columns = Math.max(1, Math.floor((many ? (width - columnGap) / 2 : width) / pitch));
  const { casesPerDot, drawings } = dotLayout(groups);
  return (
    <div ref={ref} className={classes['field']} data-many={many || undefined}>
      <p className={classes['scale']}>
        {casesPerDot === 1 ? commonWords.dots.one : commonWords.dots.many(formatNumber(casesPerDot))}
      </p>
      {groups.map(({ name, size, marked, stated = marked.length }, index) => {
        const drawing = drawings[index] ?? { dots: 0, filled: [], plain: [] };
        const height = Math.max(1, Math.ceil(drawing.dots / columns)) * pitch;
        const ofSize = commonWords.of(formatNumber(stated), formatNumber(size));
        return (
          <figure key={name} className={classes['group']}>
            <figcaption className={classes['caption']}>
              <span className={classes['name']}>{name}</span>
              <span className={classes['count']}>{ofSize}</span>
            </figcaption>
            <svg width={columns * pitch} height={height} className={classes['dots']} aria-hidden="true">
              <path d={path(drawing.plain, columns)} className={classes['plain']} />
              <path d={path(drawing.filled, columns)} className={classes['filled']} />
            </svg>
          </figure>
        );
      })}
    </div>
  );
}

/** One short row of dots: `filled` of `total`, for a figure in a line of text or a table. Up to about 60. */
export function DotRow({ filled, total }: { filled: number; total: number }) {
  const dots = Array.from({ length: total }, (_, index) => index);
  return (
    <svg width={total * pitch} height={pitch} className={classes['row']} aria-hidden="true">
      <path d={path(dots.slice(filled), total)} className={classes['plain']} />
      <path d={path(dots.slice(0, filled), total)} className={classes['filled']} />
    </svg>
  );
}
