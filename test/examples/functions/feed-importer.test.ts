import { loadFunction } from './load-function';

const entry = {
  id: '1',
  title: ' Typhoon signal ',
  link: 'https://www.hko.gov.hk/tc',
  published: '2026-11-23T08:00:00+08:00',
};
const feed = { feed: 'warnings', entries: [entry] };
const message = (body: unknown, messageId = 'm1') => ({ messageId, body: JSON.stringify(body) });

beforeEach(() => {
  process.env['BUCKET_PUBLISHED_FEEDS'] = 'feeds';
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('feed-importer', () => {
  test('files the known fields of a message under its own key', async () => {
    const { handler, sent } = loadFunction('feed-importer', () => ({}));
    const Records = [message({ ...feed, entries: [{ ...entry, author: 'CHAN' }] }, 'abc')];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.input).toMatchObject({ Bucket: 'feeds', Key: 'feeds/warnings/abc.json' });
    expect(JSON.parse(String(sent[0]?.input['Body']))).toEqual({
      feed: 'warnings',
      entries: [{ ...entry, title: 'Typhoon signal', published: '2026-11-23T00:00:00.000Z' }],
    });
  });

  test.each([
    ['no object', 'text'],
    ['a feed whose name climbs out of its folder', { ...feed, feed: '../secrets' }],
    ['no entries', { ...feed, entries: [] }],
    ['too many entries', { ...feed, entries: Array.from({ length: 201 }, () => entry) }],
    ['an entry that is none', { ...feed, entries: [null] }],
    ['an entry without id', { ...feed, entries: [{ ...entry, id: '' }] }],
    ['an entry without title', { ...feed, entries: [{ ...entry, title: ' ' }] }],
    ['an entry without a day', { ...feed, entries: [{ ...entry, published: 'soon' }] }],
    ['a link without TLS', { ...feed, entries: [{ ...entry, link: 'http://www.hko.gov.hk' }] }],
    ['a link to elsewhere', { ...feed, entries: [{ ...entry, link: 'https://fakegov.hk' }] }],
    ['a link that is none', { ...feed, entries: [{ ...entry, link: 'javascript:alert(1)' }] }],
  ])('files nothing of a message with %s', async (_, body) => {
    const { handler, sent } = loadFunction('feed-importer', () => ({}));
    expect(await handler({ Records: [message(body, 'bad')] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'bad' }],
    });
    expect(sent).toEqual([]);
  });

  test('has a message delivered again when the bucket refuses', async () => {
    const { handler } = loadFunction('feed-importer', () => Promise.reject(new Error('SlowDown')));
    expect(await handler({ Records: [message(feed, 'm9')] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm9' }],
    });
  });
});
