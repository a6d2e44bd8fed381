import { incidentTimeline } from '../../../constructs/detection';

const due = (incident: Parameters<typeof incidentTimeline>[0]) =>
  incidentTimeline(incident).map((each) => `${each.due.toISOString()} ${each.report}`);

const discovered = new Date('2026-11-26T23:30:00+08:00');

describe('incidentTimeline', () => {
  test('sixty minutes, forty-eight hours and fourteen days from the discovery', () => {
    expect(due({ discovered })).toEqual([
      '2026-11-26T16:30:00.000Z report by telephone',
      '2026-11-28T15:30:00.000Z preliminary incident report form',
      '2026-12-10T15:30:00.000Z first interim report',
    ]);
  });

  test('a week from the resolution, in the order in which they are due', () => {
    const resolved = new Date('2026-11-27T10:00:00+08:00');
    expect(due({ discovered, resolved })[2]).toBe('2026-12-04T02:00:00.000Z post-incident report');
  });

  test('refuses what cannot be', () => {
    expect(() => incidentTimeline({ discovered: new Date('soon') })).toThrow(/found discovered that is no instant/);
    const resolved = new Date('2026-11-26T10:00:00+08:00');
    expect(() => incidentTimeline({ discovered, resolved })).toThrow(/before discovered 2026-11-26T15:30:00.000Z/);
  });
});
