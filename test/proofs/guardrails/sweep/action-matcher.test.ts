import { allActions } from '../../../../lib/proofs/guardrails/actions';
import { globOf, matches, OPEN } from '../../../../lib/proofs/guardrails/evaluate';
import { ActionMatcher } from '../../../../lib/proofs/guardrails/sweep';

// The matcher looks patterns up by service; what it says must be what each pattern says by itself.

const NAMES = allActions()
  .filter(({ service }) => ['s3', 'sns', 'sqs', 'kms', 'ec2', 'ec2messages'].includes(service))
  .map(({ name }) => name.toLowerCase());

const TEXTS: readonly (readonly (string | typeof OPEN)[])[] = [
  [],
  ['*'],
  ['s3:*'],
  ['S3:GetObject'],
  ['s3:getobject', 'kms:*', 'sqs:Send*'],
  ['s3:Get*Acl', 's3:Put*'],
  ['s*:Get*'],
  ['*s:*Message'],
  ['e*2:Describe*'],
  ['?3:*', 'kms:?reateKey'],
  ['*:*'],
  ['*Object'],
  [OPEN],
  [OPEN, 's3:Get*'],
  [OPEN, '*'],
];
const CASES = TEXTS.flatMap((texts) => [true, false].map((negated) => ({ negated, texts })));
const shown = ({ negated, texts }: (typeof CASES)[number]) =>
  [negated ? 'all but' : 'only', ...texts.map(String)].join(' ');

function alone({ negated, texts }: (typeof CASES)[number], action: string) {
  const isNamed = texts.some((text) => text !== OPEN && matches(globOf(text.toLowerCase()), action));
  return !isNamed && texts.includes(OPEN) ? 'unknown' : isNamed !== negated;
}

test.each(CASES.map((each) => [shown(each), each] as const))('%s covers what its patterns match', (_, patterns) => {
  const matcher = new ActionMatcher(patterns);
  const different = NAMES.filter((action) => matcher.covers(action) !== alone(patterns, action));
  expect(different).toEqual([]);
});

test.each(CASES.map((each) => [shown(each), each] as const))('%s tells apart services where it must', (_, patterns) => {
  const matcher = new ActionMatcher(patterns);
  const said = (service: string) =>
    NAMES.filter((name) => name.startsWith(`${service}:`)).map((each) => matcher.covers(each));
  const divided = ['s3', 'kms', 'ec2', 'ec2messages', 'sqs'].filter((service) => new Set(said(service)).size > 1);
  expect(divided.filter((service) => !matcher.tellsApart(service))).toEqual([]);
});

test('what names a whole service or none tells nothing of it apart', () => {
  const of = (...texts: string[]) => new ActionMatcher({ negated: false, texts });
  expect(of('*', 's3:GetObject').tellsApart('s3')).toBe(false);
  expect(of('s3:GetObject', 'kms:Create*').tellsApart('sqs')).toBe(false);
});

test('everything that is covered is listed, with what is not known', () => {
  const all = new ActionMatcher({ negated: false, texts: [OPEN, 'kms:CreateKey'] }).everything();
  const said = [...all].filter(([{ name }]) => ['kms:CreateKey', 'kms:CreateAlias'].includes(name));
  expect(said.map(([{ name }, covers]) => [name, covers])).toEqual([
    ['kms:CreateAlias', 'unknown'],
    ['kms:CreateKey', true],
  ]);
});
