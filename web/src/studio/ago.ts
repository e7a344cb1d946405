const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

const UNITS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "5 minutes ago", and beyond a week the date. */
export function ago(time: string, now = Date.now()): string {
  const seconds = (Date.parse(time) - now) / 1000;
  if (seconds < -7 * 86_400) return date.format(new Date(time));
  const [unit, size] = UNITS.find(([, size]) => -seconds >= size) ?? [];
  return unit && size ? words.format(Math.ceil(seconds / size), unit) : "just now";
}
