import { loadFunction } from './load-function';

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-23T16:30:00Z') });
  process.env['TABLE_LICENCE_STATUS'] = 'licences';
});
afterEach(() => jest.useRealTimers());

const valid = { status: 'VALID', category: 'Food factory', validUntil: '2026-11-30' };
/** It is already 24 November in Hong Kong. */
const YESTERDAY = '2026-11-23';
const TODAY = '2026-11-24';

describe('licence-status', () => {
  test.each([
    ['a valid licence', 'FD-123456', valid, { found: true, ...valid }],
    ['a licence on its last day', 'FD-123456', { ...valid, validUntil: TODAY }, { found: true, status: 'VALID' }],
    [
      'a licence that ended yesterday in Hong Kong',
      'FD-123456',
      { ...valid, validUntil: YESTERDAY },
      { status: 'EXPIRED' },
    ],
    [
      'a revoked licence past its end',
      'FD-123456',
      { ...valid, status: 'REVOKED', validUntil: YESTERDAY },
      { status: 'REVOKED' },
    ],
    ['an unknown licence', 'FD-123456', undefined, { found: false, licenceNumber: 'FD-123456' }],
  ])('answers for %s', async (_, licenceNumber, Item, expected) => {
    const { handler } = loadFunction('licence-status', () => ({ Item }));
    expect(await handler({ licenceNumber })).toMatchObject(expected);
  });

  test.each(['fd 123456', ' FD123456 ', 'fd-123 456'])('reads "%s" as FD-123456', async (licenceNumber) => {
    const { handler, sent } = loadFunction('licence-status', () => ({}));
    await handler({ licenceNumber });
    expect(sent).toMatchObject([
      { command: 'Get', input: { TableName: 'licences', Key: { licenceNumber: 'FD-123456' } } },
    ]);
  });

  test.each(['', 'FD-12345', "FD-123456' OR 1=1", 7, undefined, null])(
    'refuses %p without asking the table',
    async (licenceNumber) => {
      const { handler, sent } = loadFunction('licence-status', () => ({}));
      expect(await handler({ licenceNumber })).toHaveProperty('error');
      expect(sent).toEqual([]);
    },
  );

  test('reads and shows nothing about the holder', async () => {
    const { handler, sent } = loadFunction('licence-status', () => ({ Item: { ...valid, holder: 'CHAN Tai Man' } }));
    expect(JSON.stringify(await handler({ licenceNumber: 'FD-123456' }))).not.toContain('CHAN');
    expect(sent[0]?.input['ProjectionExpression']).toBe('#status, category, validUntil');
  });
});
