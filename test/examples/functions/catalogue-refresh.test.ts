import { loadFunction } from './load-function';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const PAGES = [
  {
    Contents: [
      { Key: 'weather/2025.csv', Size: 10, LastModified: day('2026-01-02') },
      { Key: 'traffic/', Size: 0, LastModified: day('2026-01-01') },
      { Key: 'weather/2026/11.csv', Size: 5, LastModified: day('2026-11-23') },
      { Key: 'readme.txt', Size: 1 },
    ],
    NextContinuationToken: 'more',
  },
  {
    Contents: [
      { Key: 'air/2026.csv', Size: 7 },
      { Key: 'weather/old.csv', Size: 1, LastModified: day('2020-01-01') },
    ],
  },
];

describe('catalogue-refresh', () => {
  test('sums up every data set of the published bucket into the catalogue', async () => {
    process.env['BUCKET_PUBLISHED_DATA'] = 'published';
    process.env['BUCKET_ANALYTICS_RESULTS'] = 'results';
    const { handler, sent } = loadFunction('catalogue-refresh', ({ command, input }) =>
      command === 'ListObjectsV2' ? PAGES[input['ContinuationToken'] ? 1 : 0] : {},
    );
    expect(await handler()).toEqual({ datasets: 2, objects: 6 });
    expect(sent.map(({ command, input }) => [command, input['Bucket']])).toEqual([
      ['ListObjectsV2', 'published'],
      ['ListObjectsV2', 'published'],
      ['PutObject', 'results'],
    ]);
    const { datasets }: { datasets: unknown } = JSON.parse(String(sent[2]?.input['Body']));
    expect(datasets).toEqual([
      { name: 'air', files: 1, bytes: 7 },
      { name: 'weather', files: 3, bytes: 16, lastChanged: '2026-11-23T00:00:00.000Z' },
    ]);
  });

  test('fails, so that the run is retried and ends among the dead letters, when the bucket cannot be read', async () => {
    const { handler } = loadFunction('catalogue-refresh', () => Promise.reject(new Error('AccessDenied')));
    await expect(handler()).rejects.toThrow('AccessDenied');
  });
});
