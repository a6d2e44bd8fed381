import fc from 'fast-check';
import { gate } from '../../lib/gate';
import type { Finding } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { publicDatabase, template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

async function findings(name: string, content: object | string, includePassed = false): Promise<readonly Finding[]> {
  const inputs = [scratch.write(name, content)];
  return (await gate({ inputs, profile: profileById('hk-s17'), includePassed })).findings;
}

async function ids(name: string, content: object | string): Promise<string[]> {
  return (await findings(name, content)).map(({ id }) => id).toSorted();
}

const withPath = (path: string) => publicDatabase({ Metadata: { 'aws:cdk:path': path } });

const rules = (list: readonly Finding[]) => list.filter(({ rule }) => rule === 'rds-not-public').map(({ id }) => id);

describe('a fingerprint', () => {
  it('survives a renamed file and moved lines', async () => {
    const content = template({ Database: publicDatabase() });
    const before = await ids('before.json', content);
    const after = await ids('after.json', `\n\n\n\n${JSON.stringify(content)}`);
    expect(after).toEqual(before);
    expect(before.length).toBeGreaterThan(3);
  });

  it.each([
    ['the hash of a logical id', { DatabaseB269D8BB: publicDatabase() }, { Database0123ABCD: publicDatabase() }],
    [
      'hashes in a construct path',
      { A1: withPath('Stack/Api/Handler1234ABCD/Resource') },
      { A2: withPath('Stack/Api/HandlerFFFF0000/Resource') },
    ],
    [
      'a logical id behind a construct path',
      { Old: withPath('Stack/Database/Resource') },
      { New: withPath('Stack/Database/Resource') },
    ],
  ])('survives a change of %s', async (_, before, after) => {
    expect(await ids('t.json', template(after))).toEqual(await ids('t.json', template(before)));
  });

  it('tells resources, types, rules and properties apart', async () => {
    const list = await findings('t.json', template({ A: publicDatabase(), B: publicDatabase() }));
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    expect(list.every(({ id }) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
  });

  it('does not take a word for a hash', async () => {
    const a = await ids('t.json', template({ FACADE: publicDatabase() }));
    const b = await ids('t.json', template({ DEADBEEF: publicDatabase() }));
    expect(a.filter((id) => b.includes(id))).toEqual([]);
  });

  it('gets an ordinal only where two cannot be told apart', async () => {
    const [one] = rules(await findings('t.json', template({ DatabaseAAAA0001: publicDatabase() })));
    const two = await findings(
      't.json',
      template({ DatabaseAAAA0001: publicDatabase(), DatabaseAAAA0002: publicDatabase() }),
    );
    expect(rules(two)).toEqual([one, `${one}-2`]);
  });

  it('is the same whether or not what passes is listed', async () => {
    const content = template({
      DatabaseAAAA0001: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', PubliclyAccessible: false } },
      DatabaseAAAA0002: publicDatabase(),
    });
    const listed = await findings('t.json', content, true);
    const failing = listed.filter(({ status }) => status !== 'pass').map(({ id }) => id);
    expect(failing.toSorted()).toEqual(await ids('t.json', content));
    expect(listed.some(({ status }) => status === 'pass')).toBe(true);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
  });

  it('survives any reordering of resources', async () => {
    const resources = ['A', 'B', 'CAAAA0001', 'CAAAA0002', 'D'].map((id) => [id, publicDatabase()] as const);
    const before = await ids('t.json', template(Object.fromEntries(resources)));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(resources, { minLength: resources.length }), async (shuffled) => {
        expect(await ids('t.json', template(Object.fromEntries(shuffled)))).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});
