import { pack, unpack, type Packed } from '../../../lib/report/html/pack';
import { htmlReport } from '../../../lib/report/html';
import { STRINGS, type Text } from '../../../lib/report/html/strings';
import { reviewOf } from './review';

describe('the review page', () => {
  const hostile = '</script><script>alert(1)</script><!-- & "quoted" \u2028';
  const html = htmlReport(reviewOf({ logicalId: hostile, because: hostile }));

  it('keeps what a template says inside the data, whatever it says', () => {
    // The pictures of networks stand beside the review.
    const parts = Object.keys(reviewOf({})).length + 1;
    expect(html.match(/<script[\s>]/g)).toHaveLength(parts + 1);
    expect(html.match(/<\/script/g)).toHaveLength(parts + 1);
    expect(html).not.toContain('<!--');
    expect(dataIn(html)).toEqual({ ...reviewOf({ logicalId: hostile, because: hostile }), maps: [] });
  });

  it('is allowed to run what it holds, and to load nothing', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'$/,
    );
    expect(html).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//);
    expect(html).not.toMatch(/url\((?!["']?data:)/);
  });

  it('holds much in pieces, and whatever language it is in as ASCII', () => {
    const long = '香港 <b>'.repeat(50_000);
    const page = htmlReport(reviewOf({ because: long }));
    const pieces = [...page.matchAll(/<script type="application\/json" data-part="findings">(.*?)<\/script>/gs)];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.map(([, piece = '']) => piece).join('')).toMatch(/^[ -~]+$/);
    expect(dataIn(page)).toEqual({ ...reviewOf({ because: long }), maps: [] });
  });

  it('is the same for the same review', () => {
    expect(htmlReport(reviewOf({ logicalId: hostile, because: hostile }))).toBe(html);
  });

  it('opens in the language that was asked for', () => {
    const page = htmlReport(reviewOf({}), { language: 'zh-Hant' });
    expect(page).toContain('<html lang="zh-Hant-HK">');
    expect(page).toContain('<title>保安審查報告: 不通過</title>');
  });
});

describe('values by columns', () => {
  it.each<[string, unknown]>([
    ['nothing', {}],
    ['gaps', [{ a: 1 }, { b: 'x' }, { a: 2, b: 'x' }]],
    ['lists in lists', [[['a'], []], [['a', 'b']], []]],
    ['words that repeat', ['a', 'a', 'a', 'b', 'a']],
    ['kinds that mix', [1, 'a', true, { a: [null] }, ['x']]],
    ['a key that is none of its own', [JSON.parse('{"__proto__":{"polluted":true}}'), { a: 1 }]],
    ['numbers that grow', [[100, 101, 105], [7], [-3, 2_000_000_000, 1.5]]],
    ['positions', [100_000, 100_001, 100_007, 99_000]],
    ['many keys', Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, at]))],
  ])('come back as they were: %s', (_, value) => {
    const packed: unknown = JSON.parse(JSON.stringify(pack(value)));
    expect(unpack(packed as Packed)).toEqual(value);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('the texts of the page', () => {
  const all = Object.values(STRINGS).flatMap((part) => Object.entries<Text>(part));

  it.each(all)('%s fills the same places in both languages', (_, text) => {
    const forms = typeof text.en === 'string' ? [text.en] : text.en;
    for (const form of forms) {
      expect(namesIn(text['zh-Hant'])).toEqual(namesIn(form));
      expect(form.trim()).not.toBe('');
    }
    expect(text['zh-Hant'].trim()).not.toBe('');
  });
});

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();
}

function dataIn(html: string): unknown {
  const parts = html.matchAll(/<script type="application\/json" data-part="(\w+)">(.*?)<\/script>/gs);
  const texts: Record<string, string> = {};
  for (const [, name = '', piece = ''] of parts) texts[name] = `${texts[name] ?? ''}${piece}`;
  return Object.fromEntries(Object.entries(texts).map(([name, json]) => [name, unpack(JSON.parse(json) as Packed)]));
}
