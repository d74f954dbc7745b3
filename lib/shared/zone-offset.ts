const HOUR_MS = 3_600_000;
/** Clocks change on full quarters of an hour, or once in a century; a span of this length is looked up once. */
const SPAN_MS = 6 * HOUR_MS;
const MOST_SPANS = 20_000;

type Zone = { clock: Intl.DateTimeFormat; spans: Map<number, number | null> };
const zones = new Map<string, Zone>();

/**
 * How far the clocks of a time zone are ahead of UTC at an instant, in ms. Throws `RangeError` for an unknown zone.
 * The zone's clock is asked at the ends of a span; only in a span where it changes is it asked for each instant.
 */
export function zoneOffset(ms: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const zone = zoneNamed(timeZone);
  const span = Math.floor(ms / SPAN_MS);
  let offset = zone.spans.get(span);
  if (offset === undefined) {
    const first = clockOffset(span * SPAN_MS, zone);
    offset = first === clockOffset((span + 1) * SPAN_MS - 1_000, zone) ? first : null;
    if (zone.spans.size >= MOST_SPANS) zone.spans.clear();
    zone.spans.set(span, offset);
  }
  return offset ?? clockOffset(ms, zone);
}

/** The first instant after `from` and up to `to` at which the clocks of a zone change, to the second. */
export function changeBetween(from: number, to: number, timeZone: string): number {
  const before = zoneOffset(from, timeZone);
  let [low, high] = [Math.floor(from / 1000), Math.ceil(to / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(middle * 1000, timeZone) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}

function zoneNamed(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'iso8601', hourCycle: 'h23', era: 'short' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const zone: Zone = { clock, spans: new Map() };
  zones.set(timeZone, zone);
  return zone;
}

function clockOffset(ms: number, { clock }: Zone): number {
  const shown: Record<string, string> = {};
  for (const { type, value } of clock.formatToParts(ms)) shown[type] = value;
  const number = (type: string) => Number(shown[type]);
  const year = shown.era === 'BC' || shown.era === 'B' ? 1 - number('year') : number('year');
  const date = new Date(0);
  date.setUTCFullYear(year, number('month') - 1, number('day'));
  date.setUTCHours(number('hour'), number('minute'), number('second'));
  return date.getTime() - Math.floor(ms / 1000) * 1000;
}
