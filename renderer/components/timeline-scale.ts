const dayMs = 86_400_000;
const monthNames = ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'];
/** Months between two marks of the scale; the first that gives few enough marks is used. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120];
/** The picture is narrow beside the case: more marks than this would run into each other. */
const mostTicks = 3;

export interface TimelineTick {
  readonly at: number;
  readonly label: string;
}

export interface TimelineScale {
  /** Where a date stands, from 0 (left) to 100 (right). */
  readonly at: (date: string) => number;
  readonly ticks: readonly TimelineTick[];
}

function dayOf(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMs;
}

/** A scale from the first to the last of the dates with a little air, marked at firsts of months or years. */
export function timelineScale(dates: readonly string[]): TimelineScale {
  const days = dates.map(dayOf).filter((day) => !Number.isNaN(day));
  const first = Math.min(...days);
  const last = Math.max(...days);
  const air = Math.max(10, (last - first) * 0.04);
  const [from, to] = [first - air, last + air];
  const place = (day: number): number => ((day - from) / (to - from)) * 100;
  return {
    at: (date) => place(dayOf(date)),
    ticks: ticksBetween(from, to).map((tick) => ({ ...tick, at: place(tick.at) })),
  };
}

function ticksBetween(from: number, to: number): readonly TimelineTick[] {
  const start = new Date(from * dayMs);
  const end = new Date(to * dayMs);
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1;
  const lastMonth = end.getUTCFullYear() * 12 + end.getUTCMonth();
  const step = steps.find((each) => (lastMonth - firstMonth) / each < mostTicks) ?? steps.at(-1) ?? 1;
  const ticks: TimelineTick[] = [];
  for (let month = Math.ceil(firstMonth / step) * step; month <= lastMonth; month += step) {
    const year = Math.floor(month / 12);
    const name = monthNames[month % 12] ?? '';
    const label = step >= 12 ? String(year) : `${name} ${String(year).slice(2)}`;
    ticks.push({ at: Date.UTC(year, month % 12, 1) / dayMs, label });
  }
  return ticks;
}
