import fc from 'fast-check';
import { securityChange } from '../../../lib/gate/change';
import { profileById } from '../../../lib/profiles';
import { Scratch } from '../support/scratch';
import { smallEstate } from '../support/small-estate';

const scratch = new Scratch();
afterAll(() => scratch.clean());

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Edits that change nothing of what is deployed but names, order and what nobody acts on. */
interface Noise {
  readonly order: readonly number[];
  readonly hash: string;
  readonly text: string;
}

const anyNoise: fc.Arbitrary<Noise> = fc.record({
  order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  hash: fc.stringMatching(/^[0-9a-f]{64}$/),
  text: fc.stringMatching(/^[A-Z][a-z]{3,20}$/),
});

const functionWith = (hash: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'assets', S3Key: `${hash}.zip` },
    Handler: 'index.handler',
    Runtime: 'nodejs22.x',
    Role: { 'Fn::GetAtt': ['Task', 'Arn'] },
    Description: 'as before',
  },
  Metadata: { 'aws:asset:path': `asset.${hash}` },
});

const parts = (hash: string) => ({
  Function: functionWith(hash),
  [`Version${hash.slice(0, 32)}`]: {
    Type: 'AWS::Lambda::Version',
    Properties: { FunctionName: { Ref: 'Function' } },
    Metadata: { 'aws:cdk:path': 'app/stack/Function/CurrentVersion/Resource' },
  },
});

/** The estate, its maps in another order, with other asset hashes, metadata and texts. */
function noisy({ order, hash, text }: Noise): Json {
  let next = 0;
  const shuffle = (value: Json, name: string): Json => {
    if (Array.isArray(value)) return value.map((item) => shuffle(item, name));
    if (typeof value !== 'object' || value === null) return name === 'Description' ? text : value;
    const keyed = Object.entries(value).map(([key, item]) => [order[next++ % order.length] ?? 0, key, item] as const);
    const entries = keyed.toSorted((a, b) => a[0] - b[0]).map(([, key, item]) => [key, shuffle(item, key)] as const);
    return Object.fromEntries(entries);
  };
  const estate = shuffle(JSON.parse(JSON.stringify(smallEstate(parts(hash)))) as Json, '');
  return { Description: text, Metadata: { note: text }, ...(estate as object) };
}

describe('noise in a change', () => {
  it('is silent: order, asset hashes, metadata, descriptions', async () => {
    const before = scratch.write('before/t.json', smallEstate(parts('0'.repeat(64))));
    const options = { profile: profileById('hk-s17'), now: new Date('2026-11-26') };
    await fc.assert(
      fc.asyncProperty(anyNoise, async (noise) => {
        const after = scratch.write('after/t.json', noisy(noise) as object);
        const { change } = await securityChange({ ...options, before, after });
        const { before: _, after: __, summary, schemaVersion: ___, ...told } = change;
        expect(told).toEqual({
          weakened: [],
          strengthened: [],
          claims: [],
          new: [],
          fixed: [],
          reachability: { opened: [], closed: [], newZones: [], goneZones: [] },
          residency: { opened: [], closed: [] },
          permissions: { gained: [], lost: [] },
          replacement: [],
          cost: [],
          notCompared: [],
          errors: [],
        });
        expect(summary).toMatchObject({ new: 0, fixed: 0 });
      }),
      { numRuns: 15 },
    );
  });
});
