import fc from 'fast-check';
import { dayAt } from '../../../lib/model';
import { daysBetween, daysLeft, stateOf } from '../../../lib/gate/waivers/term';

const ZONES = ['Asia/Hong_Kong', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Europe/London'];
const HOUR = 3_600_000;

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const zone = fc.constantFrom(...ZONES);

describe('the last day of a waiver', () => {
  it('is included: whatever the zone, it holds on each instant of the day and on none after it', () => {
    fc.assert(
      fc.property(instant, zone, (now, timeZone) => {
        const expires = dayAt(now, timeZone);
        const state = (at: Date) => stateOf({ expires }, dayAt(at, timeZone));
        expect(state(now)).toBe('expiring');
        expect(state(new Date(now.getTime() - 24 * HOUR))).toBe('expiring');
        // A day of 25 hours at the end of summer time is the longest.
        expect(state(new Date(now.getTime() + 25 * HOUR))).toBe('expired');
      }),
    );
  });

  it('ends once: of two instants, the waiver never holds on the later one alone', () => {
    fc.assert(
      fc.property(instant, instant, zone, instant, (a, b, timeZone, last) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const isOver = (at: Date) => stateOf({ expires: dayAt(last, timeZone) }, dayAt(at, timeZone)) === 'expired';
        expect(isOver(earlier) && !isOver(later)).toBe(false);
      }),
    );
  });

  it('counts the days that are left as calendars do, over leap days and summer time', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -800, max: 800 }), zone, (now, days, timeZone) => {
        const today = dayAt(now, timeZone);
        const date = new Date(`${today}T00:00:00Z`);
        date.setUTCDate(date.getUTCDate() + days);
        const expires = date.toISOString().slice(0, 10);
        expect(daysLeft({ expires }, today)).toBe(days);
        expect(daysBetween(expires, today)).toBe(0 - days);
        expect(stateOf({ expires }, today)).toBe(days < 0 ? 'expired' : days <= 30 ? 'expiring' : 'live');
      }),
    );
  });

  it('is over when it cannot be read', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/^\d{4}-\d{2}-\d{2}$/.test(text)),
        (expires) => {
          expect(stateOf({ expires }, '2000-01-01')).toBe('expired');
        },
      ),
    );
  });
});
