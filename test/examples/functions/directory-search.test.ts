import { loadFunction } from './load-function';

const passport = {
  region: 'HK',
  serviceId: 'passport',
  name: 'Passport renewal',
  nameChinese: '護照續期',
  keywords: ['travel'],
};
const permit = {
  region: 'HK',
  serviceId: 'home-return',
  name: 'Travel permit',
  nameChinese: '回鄉證',
  keywords: ['passport', 'mainland'],
};
const tax = {
  region: 'GD',
  serviceId: 'tax',
  name: 'Tax certificate',
  nameChinese: '税收证明',
  url: 'https://www.gd.example.cn/tax',
};
const health = {
  region: 'MO',
  serviceId: 'health',
  name: 'ＨＥＡＬＴＨ code',
  nameChinese: '健康碼',
  internalNote: 'draft',
};
const PAGES = [{ Items: [passport, permit], LastEvaluatedKey: { region: 'HK' } }, { Items: [tax, health] }];

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

function load() {
  process.env['TABLE_SERVICE_DIRECTORY'] = 'services';
  return loadFunction('directory-search', ({ input }) => PAGES[input['ExclusiveStartKey'] ? 1 : 0]);
}

describe('directory-search', () => {
  test.each([
    ['in English, names before keywords', { text: 'passport' }, ['passport', 'home-return']],
    ['in Chinese', { text: '護照' }, ['passport']],
    ['by all words', { text: 'travel mainland' }, ['home-return']],
    ['in full-width letters', { text: 'health' }, ['health']],
    ['in one region', { text: 'passport', region: 'MO' }, []],
    ['in another region', { text: 'tax', region: 'GD' }, ['tax']],
    ['at most as many as asked', { text: 'passport', limit: 1 }, ['passport']],
    ['with a limit that is none', { text: 'passport', limit: 'all' }, ['passport', 'home-return']],
    ['without a match', { text: 'submarine' }, []],
  ])('finds services %s', async (_, event, expected) => {
    const answer = await load().handler(event);
    expect(answer).toEqual({ matches: expected.map((serviceId) => expect.objectContaining({ serviceId })) });
  });

  test('shows only what is public', async () => {
    expect(JSON.stringify(await load().handler({ text: 'health' }))).not.toContain('draft');
  });

  test.each([{}, { text: '  ' }, { text: 7 }, undefined])('refuses %p', async (event) => {
    expect(await load().handler(event)).toHaveProperty('error');
  });

  test('reads the table once in five minutes', async () => {
    const { handler, sent } = load();
    await handler({ text: 'tax' });
    await handler({ text: 'tax' });
    expect(sent).toHaveLength(PAGES.length);
    expect(sent[0]?.input).toEqual({ TableName: 'services' });
    jest.setSystemTime(6 * 60 * 1000);
    await handler({ text: 'tax' });
    expect(sent).toHaveLength(2 * PAGES.length);
  });
});
