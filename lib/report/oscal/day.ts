const DAY = 24 * 60 * 60 * 1000;

/** The first instant of a day (YYYY-MM-DD) in a time zone, as a date-time; undefined for text that is no day. */
export function startOfDay(day: string, timeZone: string): string | undefined {
  const midnight = midnightOf(day);
  return midnight === undefined ? undefined : atWall(midnight, timeZone);
}

/** The last second of a day in a time zone: registers include the day that they name. */
export function endOfDay(day: string, timeZone: string): string | undefined {
  const midnight = midnightOf(day);
  return midnight === undefined ? undefined : atWall(midnight + DAY - 1000, timeZone);
}

function midnightOf(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  // A day that no month has would be taken for one of the next month.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : time;
}

/** The instant at which clocks of the zone show this time, given as if it were UTC. */
function atWall(wall: number, timeZone: string): string {
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone)).toISOString();
}

/** How far clocks of the zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60 * 1000;
}
