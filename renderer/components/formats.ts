const integers = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const collator = new Intl.Collator('da', { numeric: true });

/** `1.234`; a fraction is rounded to whole. */
export function formatNumber(value: number): string {
  return integers.format(value);
}

/** `1.234,5`: always one decimal. */
export function formatDecimal(value: number): string {
  return decimals.format(value);
}

/** A share between 0 and 1 as `45 %`, rounded to whole, with a space that does not break. */
export function formatPercent(share: number): string {
  return `${integers.format(share * 100)}\u00a0%`;
}

/** `1 sag`, `420 sager`. */
export function formatCount(count: number, one: string, many: string): string {
  return `${integers.format(count)} ${count === 1 ? one : many}`;
}

/** An ISO calendar date (or the date of a local date-time) as `31-01-2026`; anything else comes back as it was. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match === null ? iso : `${match[3]}-${match[2]}-${match[1]}`;
}

/** The time of day of a local date-time as exports hold it: `13.05`; nothing for a date alone. */
export function formatClock(moment: string): string {
  const match = /T(\d{2}):(\d{2})/.exec(moment);
  return match === null ? '' : `${match[1]}.${match[2]}`;
}

/** A calendar date or local date-time as exports hold it: `31-01-2026` or `31-01-2026 kl. 13.05`. */
export function formatMoment(moment: string): string {
  const clock = formatClock(moment);
  return clock === '' ? formatDate(moment) : `${formatDate(moment)} kl. ${clock}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A point in time (ISO, any zone) as this PC's clock shows it: `13.05`. */
export function formatTime(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : `${twoDigits(date.getHours())}.${twoDigits(date.getMinutes())}`;
}

/** A point in time as this PC's calendar and clock show it: `31-01-2026 kl. 13.05`. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) {
    return instant;
  }
  const day = `${twoDigits(date.getDate())}-${twoDigits(date.getMonth() + 1)}-${date.getFullYear()}`;
  return `${day} kl. ${formatTime(instant)}`;
}

/** A fingerprint in groups of four, the first `groups` of them: `8a1d f02e c7de 1071`. */
export function formatFingerprint(hex: string, groups = 4): string {
  const parts = hex.slice(0, groups * 4).match(/.{1,4}/g) ?? [];
  return hex.length > groups * 4 ? `${parts.join(' ')} …` : parts.join(' ');
}

/** The Danish order of words: æ, ø, å last, "aa" as å, numbers by size. */
export function compareDanish(left: string, right: string): number {
  return collator.compare(left, right);
}

/** The first letter as a capital, for a word from the field list that starts a line. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('da') + text.slice(1);
}
