import { calendarWords } from '../../words/calendar.ts';
import { type LocalDate, type Moment, monthsAndDaysBetween, timeOf, toDate } from './local-date.ts';

/** `31-01-2026`, or `31-01-2026 kl. 13.05` where the time is known. */
export function formatDanish(moment: Moment): string {
  const [year, month, day] = toDate(moment).split('-');
  const date = `${day}-${month}-${year}`;
  const time = timeOf(moment);
  return time === null ? date : `${date} ${calendarWords.at} ${time.replace(':', '.')}`;
}

/** A number as Danes write it: `1.234,5`. At most `decimals` digits after the comma, without trailing zeros. */
export function formatCount(value: number, decimals = 2): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  const kept = fraction.replace(/0+$/, '');
  const text = kept === '' ? grouped : `${grouped},${kept}`;
  return value < 0 && text !== '0' ? `-${text}` : text;
}

/** A share from 0 to 1 as a whole percentage, halves up: 0.453 is `45 %`. */
export function formatPercent(share: number): string {
  // 0.285 * 100 is 28.499999999999996 in binary; twelve digits bring back the half that was meant.
  return `${formatCount(Math.round(Number((share * 100).toPrecision(12))), 0)} %`;
}

/** The time between two dates in words: `5 måneder og 17 dage`, `1 dag`, `0 dage`. */
export function formatDuration(from: LocalDate, to: LocalDate): string {
  const { months, days } = monthsAndDaysBetween(from, to);
  if (months === 0) return counted(days, calendarWords.day);
  const text = counted(months, calendarWords.month);
  return days === 0 ? text : `${text} ${calendarWords.and} ${counted(days, calendarWords.day)}`;
}

/** Whole minutes in words: `26 timer og 5 minutter`. Negative lengths are shown without their sign. */
export function formatMinutes(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = Math.floor(size / 60);
  const rest = size % 60;
  if (hours === 0) return counted(rest, calendarWords.minute);
  const text = counted(hours, calendarWords.hour);
  return rest === 0 ? text : `${text} ${calendarWords.and} ${counted(rest, calendarWords.minute)}`;
}

/** A number with the singular or plural of its unit: `1 dag`, `2 dage`. */
export function counted(count: number, [one, many]: readonly [string, string]): string {
  return `${formatCount(count, 0)} ${count === 1 ? one : many}`;
}
