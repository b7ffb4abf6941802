const daySeconds = 86_400;
/** Day 60 of the count from 1900 is 29 February 1900, which never was: later days are one too many. */
const neverWas = 60;
/** Days from 1 January 1970 back to the day before 1 January 1900, and on to 1 January 1904. */
const from1900 = 25_568;
const from1904 = 24_107;
const lastDay = 2_958_465;

/** A day of a spreadsheet, counted from 1900 or 1904, as an ISO date; with its time where it has one. */
export function serialDate(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < lastDay + 1)) return undefined;
  const seconds = Math.round(serial * daySeconds);
  const day = Math.floor(seconds / daySeconds);
  const time = seconds - day * daySeconds;
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60].map(twoDigits).join(':');
  if (day === 0 && !is1904) return clock;
  const epochDay = is1904 ? day - from1904 : day - from1900 - (day > neverWas ? 1 : 0);
  const date = civilDate(epochDay);
  return time === 0 ? date : `${date}T${clock}`;
}

/** Year, month and day of a day counted from 1 January 1970. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days. */
export function civilDate(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const calendarMonth = month < 10 ? month + 3 : month - 9;
  const year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(calendarMonth)}-${twoDigits(dayOfMonth)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
