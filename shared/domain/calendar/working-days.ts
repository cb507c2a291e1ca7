import { addDays, localDate, type LocalDate, partsOf, weekday } from './local-date.ts';

const saturday = 6;
const sunday = 7;
/** The last year with Store bededag; lov nr. 214 of 6 March 2023 took it away from 1 January 2024. */
const lastYearOfPrayerDay = 2023;

/** Easter Sunday. Source: the anonymous Gregorian computus of Meeus, Jones and Butcher. */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const epactShift = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - epactShift + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const easter = localDate(year, Math.floor(n / 31), (n % 31) + 1);
  if (easter === null) throw new RangeError(`no Easter in ${year}`);
  return easter;
}

/**
 * Danish public holidays (helligdage) that may fall on a weekday. Not in the list: 5 June, 24 and 31 December, which
 * are days off by agreement and not by law.
 */
export function isPublicHoliday(date: LocalDate): boolean {
  const { year, month, day } = partsOf(date);
  if ((month === 1 && day === 1) || (month === 12 && (day === 25 || day === 26))) return true;
  const kept = movableByYear.get(year) ?? movableHolidays(year);
  movableByYear.set(year, kept);
  return kept.has(date);
}

/** The same few years are asked about hundreds of thousands of times when all cases are checked. */
const movableByYear = new Map<number, ReadonlySet<LocalDate>>();

function movableHolidays(year: number): ReadonlySet<LocalDate> {
  const easter = easterSunday(year);
  // Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday, Whit Monday
  const offsets = [-3, -2, 0, 1, 39, 49, 50, ...(year <= lastYearOfPrayerDay ? [26] : [])];
  return new Set(offsets.map((offset) => addDays(easter, offset)));
}

/** Monday to Friday (and Saturday where asked) without public holidays. */
export function isWorkingDay(date: LocalDate, countSaturday = false): boolean {
  const day = weekday(date);
  return day !== sunday && (countSaturday || day !== saturday) && !isPublicHoliday(date);
}

/** The `count`-th working day after `date`; the day itself never counts. `count` from 0. */
export function addWorkingDays(date: LocalDate, count: number, countSaturday = false): LocalDate {
  const key = `${date} ${count} ${countSaturday}`;
  const known = countedBefore.get(key);
  if (known !== undefined) return known;
  const counted = countWorkingDays(date, count, countSaturday);
  if (countedBefore.size >= mostRemembered) countedBefore.clear();
  countedBefore.set(key, counted);
  return counted;
}

/** Cases share their days: the reports of 100,000 cases arrived on some two thousand days. */
const countedBefore = new Map<string, LocalDate>();
const mostRemembered = 20_000;

function countWorkingDays(date: LocalDate, count: number, countSaturday: boolean): LocalDate {
  let current = date;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current, countSaturday)) left -= 1;
  }
  return current;
}
