import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { EXEMPT_ACTIONS, EXEMPT_ACTIONS_THAT_MOVE_DATA, REGIONAL_EXEMPTIONS } from '../../lib/model';
import { Scratch } from '../gate/support/scratch';
import { denying, OUTSIDE, policy } from '../proofs/guardrails/properties/estate';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const prove = (...argv: string[]) => run(['prove', 'guardrails', ...argv]);
const write = (name: string, statements: object[], sections: object = {}) =>
  scratch.write(name, { ...sections, Resources: policy('guard', ['r-hk01'], statements) });

const PROTECTED = [denying(['cloudtrail:*', 'kms:ScheduleKeyDeletion', 'organizations:LeaveOrganization'])];
const REGIONS = [
  { Effect: 'Deny', NotAction: EXEMPT_ACTIONS, Resource: '*', Condition: OUTSIDE },
  denying(REGIONAL_EXEMPTIONS, { Condition: OUTSIDE }),
  denying(EXEMPT_ACTIONS_THAT_MOVE_DATA),
];
const sound = write('sound.json', [...PROTECTED, ...REGIONS]);
const open = write('open.json', PROTECTED);

test('exits 0 when every property holds', async () => {
  const { status, stdout } = await prove(sound, '--format', 'json');
  const document = JSON.parse(stdout) as { properties: { answer: string; counterexamples: string[] }[] };
  expect(Object.keys(document)).toEqual(['properties', 'residual']);
  expect(document.properties.map(({ answer }) => answer)).toEqual(Array(5).fill('yes'));
  expect(document.properties.flatMap(({ counterexamples }) => counterexamples)).toEqual([]);
  expect(document).toMatchObject({ residual: [] });
  expect(status).toBe(0);
});

test('exits 1 when one does not, and says what is possible', async () => {
  const { status, stdout } = await prove(open);
  expect(status).toBe(1);
  expect(stdout).toContain('NO no non-exempt action is possible outside the allowed regions\n  in the root, any role');
  expect(stdout).toContain('exempted actions can still move data');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('exits 2 when one cannot be told', async () => {
  const regions = { StringNotEquals: { 'aws:RequestedRegion': { Ref: 'Regions' } } };
  const statements = [...PROTECTED, { Effect: 'Deny', NotAction: EXEMPT_ACTIONS, Resource: '*', Condition: regions }];
  const path = write('unknown.json', statements, { Parameters: { Regions: { Type: 'CommaDelimitedList' } } });
  const { status, stdout } = await prove(path);
  expect(stdout).toContain('UNKNOWN no non-exempt action');
  expect(status).toBe(2);
  const values = scratch.write('parameters.json', { Regions: 'ap-east-1' });
  expect((await prove(path, '--parameters', values)).status).toBe(0);
});

test('exits 2 when no policy is attached: nothing was proved', async () => {
  const { status, stdout, stderr } = await prove(
    scratch.write('none.json', { Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('attaches no service or resource control policy');
});

test('proves several paths each by itself', async () => {
  const { status, stdout } = await prove(sound, open, '--format', 'json');
  const { units } = JSON.parse(stdout) as { units: { path: string; properties: { answer: string }[] }[] };
  expect(units.map(({ path, properties }) => [path, properties[0]?.answer])).toEqual([
    [sound, 'yes'],
    [open, 'no'],
  ]);
  expect(status).toBe(1);
});

test('writes what its schema says', async () => {
  const schema = JSON.parse(readFileSync('docs/generated/guardrails.schema.json', 'utf8')) as object;
  const validate = new Ajv().compile(schema);
  for (const argv of [[open], [sound, open]]) {
    const { stdout } = await prove(...argv, '--format', 'json');
    expect([validate(JSON.parse(stdout)), validate.errors]).toEqual([true, null]);
  }
});

test('refuses an unknown profile', async () => {
  expect(await prove(sound, '--profile', 'nowhere')).toMatchObject({ status: 2 });
});
