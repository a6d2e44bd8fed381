import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { jsonReport, resultJsonSchema, resultSchema } from '../../lib/report';
import { gate } from '../../lib/gate';
import { profileById } from '../../lib/profiles';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { finding, resultOf } from './support';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const parse = (text: string): unknown => JSON.parse(text);

describe('the JSON report', () => {
  it('follows the published schema, for a real run with everything in it', async () => {
    const inputs = [
      scratch.write('a.json', template({ Database: publicDatabase(), Queue: { Type: 'AWS::SQS::Queue' } })),
      scratch.write('b.json', '{"Resources": {'),
    ];
    const result = await gate({ inputs, profile: profileById('hk-s17'), includePassed: true });
    const document = parse(jsonReport(result));
    expect(resultSchema.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(z.fromJSONSchema(resultJsonSchema()).safeParse(document).success).toBe(true);
    expect(document).toMatchObject({ schemaVersion: '1', verdict: 'fail', errors: [{ kind: 'parse' }] });
  });

  it('has the keys of the contract, in its order, and no others', () => {
    const document = parse(jsonReport(resultOf([finding({ constructPath: 'A/B', witness: [], waiver: 'W' })])));
    if (typeof document !== 'object' || document === null) throw new Error('expected an object');
    expect(Object.keys(document).join(' ')).toBe(
      'schemaVersion verdict tool profile inputs summary findings warnings errors',
    );
    const [first] = Reflect.get(document, 'findings');
    expect(Object.keys(first).join(' ')).toBe(
      'id status rule control category severity message remediation template logicalId resourceType constructPath ' +
        'property location evidence witness waiver frameworks',
    );
  });

  it('shows the waivers as they were judged, where a register was given', () => {
    const waiver = {
      id: 'W-1',
      rule: 'rds-not-public',
      scope: { logicalId: 'Database' },
      reason: 'The supplier connects from outside',
      compensatingControl: 'One address only',
      riskOwner: 'owner',
      approver: 'officer',
      ticket: 'SEC-1',
      issued: '2026-11-01',
      expires: '2026-12-31',
      state: 'live',
      findings: 1,
    } as const;
    const waivers = [waiver];
    const document = resultOf([finding({ status: 'waived', waiver: 'W-1' })], { waivers });
    const parsed = parse(jsonReport(document));
    expect(resultSchema.parse(parsed).waivers).toEqual(waivers);
    expect(resultSchema.safeParse({ ...resultOf([]), waivers: [{ ...waiver, state: 'dead' }] }).success).toBe(false);
  });

  it('is the same bytes whatever the order in which a finding was put together', () => {
    const one = finding();
    const reversed = Object.fromEntries(Object.entries(one).toReversed());
    expect(jsonReport(resultOf([{ ...one, ...reversed }]))).toBe(jsonReport(resultOf([one])));
  });

  it.each<[string, object]>([
    ['a finding without a control', { control: undefined }],
    ['an unknown severity', { severity: 'urgent' }],
    ['an unknown category', { category: 'misc' }],
    ['a key that the contract does not know', { extra: 1 }],
    ['line 0', { location: { file: 'x', line: 0, column: 1 } }],
  ])('the schema refuses %s', (_, change) => {
    const document = parse(jsonReport(resultOf([finding()])));
    expect(resultSchema.safeParse(document).success).toBe(true);
    const changed = { ...finding(), ...change };
    expect(resultSchema.safeParse({ ...resultOf([]), findings: [changed] }).success).toBe(false);
  });

  it('does not list what only a person needs', () => {
    expect(jsonReport(resultOf([finding()]))).not.toContain('"reasons"');
  });
});

it('the generated schema is the one that the package ships', () => {
  const path = 'docs/generated/findings.schema.json';
  expect(parse(readFileSync(path, 'utf8'))).toEqual(parse(JSON.stringify(resultJsonSchema())));
});
