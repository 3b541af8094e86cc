/** Times as a reader sees them, in the browser's language and zone. */

const format = (options) => {
  const formatter = new Intl.DateTimeFormat(undefined, options);
  return (date) => formatter.format(date);
};

export const clockTime = format({ hour: '2-digit', minute: '2-digit' });
export const longDate = format({ dateStyle: 'long' });
export const full = format({ dateStyle: 'full', timeStyle: 'short' });

const DAY_MS = 86_400_000;
const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
export const sameDay = (a, b) => midnight(a) === midnight(b);

/** "Today at 10:04", "Yesterday at 10:04", or the date. */
export function stamp(date, now = new Date()) {
  const days = Math.round((midnight(now) - midnight(date)) / DAY_MS);
  if (days === 0) return `Today at ${clockTime(date)}`;
  if (days === 1) return `Yesterday at ${clockTime(date)}`;
  return shortStamp(date);
}
const shortStamp = format({ dateStyle: 'short', timeStyle: 'short' });

/** Styles of `<t:…>`: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const styles = {
  t: clockTime,
  T: format({ timeStyle: 'medium' }),
  d: format({ dateStyle: 'short' }),
  D: longDate,
  f: format({ dateStyle: 'long', timeStyle: 'short' }),
  F: full,
  s: shortStamp,
  S: format({ dateStyle: 'short', timeStyle: 'medium' }),
  R: relative,
};
export const styled = (date, style) => (styles[style] ?? styles.f)(date);

const UNITS = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];
function relative(date) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
