import { REGIONS as PARTITION, type GuardrailChange } from '../../../lib/model';
import { profileById } from '../../../lib/profiles';
import { guardrailChange } from '../../../lib/proofs/guardrails';
import { graphOf, templateFromObject } from '../../../lib/template';
import { BREAK_GLASS, denying, OUTSIDE, policy, type Resources } from './properties/estate';

const ROOT = ['r-hk01'];
const open = { Parameters: { P: { Type: 'String' } } };

function change(before: Resources, after: Resources): readonly GuardrailChange[] {
  const [was, is] = [before, after].map((Resources) =>
    graphOf([templateFromObject('organisation.json', { ...open, Resources })]),
  );
  return was && is ? guardrailChange(was, is, profileById('hk-s17')) : [];
}
/** `the root: everybody, kms:CreateKey in ap-east-1, yes to no; denied now by p: 1`; regions as a number when many. */
function line({ places, who, actions, regions, before, after, why }: GuardrailChange): string {
  const some = (all: readonly string[]) => (all.length > 3 ? String(all.length) : all.join());
  return `${places.join()}: ${who}, ${some(actions)} in ${some(regions)}, ${before} to ${after}; ${why}`;
}

const DELETE = 'kms:DeleteAlias';
const CREATE = 'kms:CreateKey';
const REGIONS = PARTITION.aws.length;
const guard = (...statements: readonly object[]) => policy('p', ROOT, statements);
const undeletable = guard(denying(DELETE));
const within = (...names: readonly string[]) => ({ StringNotEquals: { 'aws:RequestedRegion': names } });
const unit = (id: string): Resources => ({
  [id]: { Type: 'AWS::Organizations::OrganizationalUnit', Properties: { Name: id, ParentId: 'r-hk01' } },
});
const tagged = { StringEquals: { 'aws:ResourceTag/x': 'y' } };

test.each<[string, Resources, Resources]>([
  ['there are none', {}, {}],
  ['they stay as they are', undeletable, undeletable],
  ['a policy gets another name', undeletable, policy('q', ROOT, [denying(DELETE)])],
  ['a statement is divided', guard(denying([DELETE, CREATE])), guard(denying(DELETE), denying(CREATE))],
  ['a pattern is written out', guard(denying('kms:DeleteAl*')), undeletable],
  ['a statement is said twice', undeletable, guard(denying(DELETE), denying(DELETE))],
  ['statements change places', guard(denying(DELETE), denying(CREATE)), guard(denying(CREATE), denying(DELETE))],
  ['a policy is said for a unit too', undeletable, policy('p', [...ROOT, 'ou-hk01-aaaaaaaa'], [denying(DELETE)])],
  [
    'regions change places',
    guard(denying(DELETE, { Condition: within('a', 'b') })),
    guard(denying(DELETE, { Condition: within('b', 'a') })),
  ],
])('no permission changes when %s', (_, before, after) => {
  expect(change(before, after)).toEqual([]);
});

test.each<[string, Resources, Resources, readonly string[]]>([
  [
    'a first guardrail',
    {},
    undeletable,
    [`the root: everybody, ${DELETE} in ${REGIONS}, yes to no; denied now by p: 1`],
  ],
  ['the last one', undeletable, {}, [`the root: everybody, ${DELETE} in ${REGIONS}, no to yes; denied before by p: 1`]],
  [
    'one more action',
    undeletable,
    guard(denying([DELETE, CREATE])),
    [`the root: everybody, ${CREATE} in ${REGIONS}, yes to no; denied now by p: 1`],
  ],
  [
    'one action less',
    guard(denying(DELETE), denying([CREATE, 'kms:CreateAlias'], { Sid: 'Keys' })),
    undeletable,
    [`the root: everybody, kms:CreateAlias,${CREATE} in ${REGIONS}, no to yes; denied before by p: Keys`],
  ],
  [
    'a region that is allowed',
    guard(denying(CREATE, { Condition: within('ap-east-1') })),
    guard(denying(CREATE, { Condition: within('ap-east-1', 'ap-southeast-1', 'eu-west-1') })),
    [`the root: everybody, ${CREATE} in ap-southeast-1,eu-west-1, no to yes; denied before by p: 1`],
  ],
  [
    'a deny for other regions only',
    undeletable,
    guard(denying(DELETE, { Condition: OUTSIDE })),
    [`the root: everybody, ${DELETE} in ap-east-1, no to yes; denied before by p: 1`],
  ],
  [
    'a role that is exempt',
    undeletable,
    guard(denying(DELETE, { Condition: BREAK_GLASS })),
    [`the root: arn:aws:iam::*:role/break-glass, ${DELETE} in ${REGIONS}, no to yes; denied before by p: 1`],
  ],
  [
    'a deny for what is tagged only',
    undeletable,
    guard(denying(DELETE, { Condition: tagged })),
    [`the root: everybody, ${DELETE} in ${REGIONS}, no to yes; denied before by p: 1`],
  ],
  [
    'a policy that moves from the root to a unit, and leaves the others',
    undeletable,
    policy('p', ['ou-hk01-aaaaaaaa'], [denying(DELETE)]),
    [`the root: everybody, ${DELETE} in ${REGIONS}, no to yes; denied before by p: 1`],
  ],
  [
    'a policy that moves from a unit to the root',
    policy('p', ['ou-hk01-aaaaaaaa'], [denying(DELETE)]),
    undeletable,
    [`the root: everybody, ${DELETE} in ${REGIONS}, yes to no; denied now by p: 1`],
  ],
  [
    'a policy of two units, which are told together',
    { ...unit('One'), ...unit('Two'), ...policy('p', [{ Ref: 'One' }, { Ref: 'Two' }], [denying(DELETE)]) },
    { ...unit('One'), ...unit('Two') },
    [`unit One,unit Two: everybody, ${DELETE} in ${REGIONS}, no to yes; denied before by p: 1`],
  ],
  [
    'a unit that is new, below a guarded root',
    undeletable,
    { ...undeletable, ...unit('New'), ...policy('q', [{ Ref: 'New' }], [denying(CREATE)]) },
    [`unit New: everybody, ${CREATE} in ${REGIONS}, yes to no; denied now by q: 1`],
  ],
])('what is allowed or denied anew is told: %s', (_, before, after, expected) => {
  expect(change(before, after).map(line)).toEqual(expected);
});

test('what a policy denies that cannot be read is not known', () => {
  const unread = policy('p', ROOT, { Ref: 'P' });
  const told = change(undeletable, unread).map(({ actions, before, after, why }) =>
    [actions.length > 1000 ? 'nearly all' : actions.join(), before, after, why].join('; '),
  );
  expect(told.toSorted()).toEqual([
    `${DELETE}; no; unknown; denied before by p: 1`,
    'nearly all; yes; unknown; whether it is denied cannot be told',
  ]);
});
