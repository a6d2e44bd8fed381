import { EXEMPT_ACTIONS } from '../../../../lib/model';
import { BREAK_GLASS, denying, OUTSIDE, policy, proof } from './estate';

const ROOT = ['r-hk01'];
const regionDeny = (NotAction: readonly string[], Condition: object = OUTSIDE) => ({
  Sid: 'Regions',
  Effect: 'Deny',
  NotAction,
  Resource: '*',
  Condition,
});

describe('no non-exempt action is possible outside the allowed regions', () => {
  const regions = (...statements: object[]) => proof(policy('p', ROOT, statements));

  test('holds by a deny that exempts global services', () => {
    expect(regions(regionDeny(EXEMPT_ACTIONS)).answer('outside')).toBe('yes');
  });

  test('also when a named role is exempt', () => {
    expect(regions(regionDeny(EXEMPT_ACTIONS, { ...OUTSIDE, ...BREAK_GLASS })).answer('outside')).toBe('yes');
  });

  test('not when every role is exempt', () => {
    const everybody = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } };
    const { answer, counterexamples } = regions(regionDeny(EXEMPT_ACTIONS, { ...OUTSIDE, ...everybody }));
    expect(answer('outside')).toBe('no');
    expect(counterexamples('outside')?.[0]).toMatch(/^in the root, any role can call /);
  });

  test('not when a service with regions is exempt', () => {
    const { answer, counterexamples } = regions(regionDeny([...EXEMPT_ACTIONS, 's3:*']));
    expect(answer('outside')).toBe('no');
    expect(counterexamples('outside')).toEqual([
      expect.stringMatching(
        /^in the root, any role can call s3:.* in af-south-1, .* and 30 more: p: Regions leaves it out/,
      ),
    ]);
  });

  test('also when what the organisation allows is exempt, which is residual', () => {
    const statements = [regionDeny([...EXEMPT_ACTIONS, 'sqs:*'])];
    const { answer, residual } = proof(policy('p', ROOT, statements), {}, ['sqs:*']);
    expect(answer('outside')).toBe('yes');
    expect(residual.find(({ action }) => action === 'sqs:SendMessage')?.regions).toContain('us-east-1');
    expect(residual.map(({ action }) => action)).not.toContain('sqs:ReceiveMessage');
    expect(proof(policy('p', ROOT, statements), {}, ['sns:*']).answer('outside')).toBe('no');
  });

  test('not when another region is allowed', () => {
    const wider = { StringNotEquals: { 'aws:RequestedRegion': ['ap-east-1', 'ap-southeast-1'] } };
    expect(regions(regionDeny(EXEMPT_ACTIONS, wider)).counterexamples('outside')?.[0]).toContain(
      ' in ap-southeast-1: ',
    );
  });

  test('Hong Kong is not Taipei', () => {
    const prefix = { StringNotLike: { 'aws:RequestedRegion': 'ap-east-*' } };
    expect(regions(regionDeny(EXEMPT_ACTIONS, prefix)).counterexamples('outside')?.[0]).toContain(' in ap-east-2: ');
  });

  test('not when what the caller chooses makes an exception', () => {
    const tagged = { StringNotEquals: { ...OUTSIDE.StringNotEquals, 'aws:PrincipalTag/free': 'yes' } };
    const { answer, counterexamples } = regions(regionDeny(EXEMPT_ACTIONS, tagged));
    expect(answer('outside')).toBe('no');
    expect(counterexamples('outside')?.[0]).toContain('aws:principaltag/free yes');
  });

  test('not without any deny of regions', () => {
    expect(regions(denying('organizations:LeaveOrganization')).answer('outside')).toBe('no');
  });

  test('unknown when the regions are a parameter', () => {
    const open = { StringNotEquals: { 'aws:RequestedRegion': { Ref: 'Regions' } } };
    const sections = { Parameters: { Regions: { Type: 'CommaDelimitedList' } } };
    const found = proof(policy('p', ROOT, [regionDeny(EXEMPT_ACTIONS, open)]), sections);
    expect(found.answer('outside')).toBe('unknown');
    expect(found.counterexamples('outside')?.[0]).toContain('cannot be told');
  });

  test('unknown when another policy cannot be read', () => {
    const other = policy('q', ROOT, { Ref: 'Statements' });
    const sections = { Parameters: { Statements: { Type: 'String' } } };
    const found = proof({ ...policy('p', ROOT, [regionDeny([...EXEMPT_ACTIONS, 's3:*'])]), ...other }, sections);
    expect(found.answer('outside')).toBe('unknown');
  });
});

describe('nobody but the break-glass role', () => {
  test.each([
    ['trail', ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail']],
    ['key', ['kms:ScheduleKeyDeletion']],
    ['leave', ['organizations:LeaveOrganization']],
  ])('%s: a deny to everybody, or to all but a named role', (word, actions) => {
    expect(proof(policy('p', ROOT, denying(actions))).answer(word)).toBe('yes');
    expect(proof(policy('p', ROOT, denying(actions, { Condition: BREAK_GLASS }))).answer(word)).toBe('yes');
    const roles = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } };
    expect(proof(policy('p', ROOT, denying(actions, { Condition: roles }))).answer(word)).toBe('no');
    expect(proof(policy('p', ROOT, denying('ec2:*'))).answer(word)).toBe('no');
  });

  test('one action of two is not enough for the trail', () => {
    expect(proof(policy('p', ROOT, denying('cloudtrail:StopLogging'))).answer('trail')).toBe('no');
  });

  test('a trail that the policy names is the trail', () => {
    const one = { Resource: 'arn:aws:cloudtrail:*:*:trail/organisation' };
    expect(proof(policy('p', ROOT, denying('cloudtrail:*', one))).answer('trail')).toBe('yes');
  });

  test('a key that the policy names is not every key', () => {
    const one = { Resource: 'arn:aws:kms:*:*:key/1234' };
    expect(proof(policy('p', ROOT, denying('kms:*', one))).answer('key')).toBe('no');
    const every = { Resource: 'arn:aws:kms:*:*:key/*' };
    expect(proof(policy('p', ROOT, denying('kms:*', every))).answer('key')).toBe('yes');
  });

  test('a deny under a condition that callers can avoid is none', () => {
    const soon = { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } };
    const { answer, counterexamples } = proof(policy('p', ROOT, denying('kms:*', { Condition: soon })));
    expect(answer('key')).toBe('no');
    expect(counterexamples('key')?.[0]).toContain('kms:schedulekeydeletionpendingwindowindays left out');
  });

  test('two denies that leave no gap between them hold', () => {
    const statements = [
      denying('kms:*', { Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } } }),
      denying('kms:*', {
        Condition: { NumericGreaterThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } },
      }),
      denying('kms:*', { Condition: { Null: { 'kms:ScheduleKeyDeletionPendingWindowInDays': 'true' } } }),
    ];
    expect(proof(policy('p', ROOT, statements)).answer('key')).toBe('yes');
    expect(proof(policy('p', ROOT, statements.slice(0, 2))).answer('key')).toBe('no');
  });

  test('a role under a path is another role', () => {
    const found = proof(policy('p', ROOT, denying('*', { Condition: BREAK_GLASS })));
    expect(found.properties.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes', 'yes', 'yes']);
  });

  test('an operator that AWS does not document makes it unknown', () => {
    const strange = { StringContains: { 'aws:PrincipalArn': 'break-glass' } };
    expect(proof(policy('p', ROOT, denying('organizations:*', { Condition: strange }))).answer('leave')).toBe(
      'unknown',
    );
  });
});

describe('no guardrail locks everybody out', () => {
  test.each([
    ['a deny of everything to everybody', denying('*'), 'no'],
    [
      'a deny of everything in the allowed regions',
      denying('*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-east-1' } } }),
      'no',
    ],
    ['a deny of everything but to break-glass', denying('*', { Condition: BREAK_GLASS }), 'yes'],
    [
      'a deny of everything without MFA',
      denying('*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
      'yes',
    ],
    [
      'a deny whose condition contradicts nothing',
      denying('*', { Condition: { Null: { 'aws:PrincipalArn': 'false' } } }),
      'no',
    ],
    ['a deny of one service', denying('s3:*'), 'yes'],
  ])('%s', (_title, statement, expected) => {
    expect(proof(policy('p', ROOT, statement)).answer('locks')).toBe(expected);
  });

  test('a policy that cannot be read may lock out', () => {
    const sections = { Parameters: { Statements: { Type: 'String' } } };
    expect(proof(policy('p', ROOT, { Ref: 'Statements' }), sections).answer('locks')).toBe('unknown');
  });
});

describe('residual', () => {
  test('names exempted actions that move data, with regions and reason', () => {
    const { residual } = proof(policy('p', ROOT, regionDeny(EXEMPT_ACTIONS)));
    expect(residual.find(({ action }) => action === 'cloudfront:CreateDistribution')).toEqual({
      action: 'cloudfront:CreateDistribution',
      regions: ['us-east-1'],
      why: expect.stringMatching(/^moves data or keys out wherever it is called; p: Regions leaves it out/) as string,
    });
    expect(residual.find(({ action }) => action === 'kms:CreateKey')?.regions).toHaveLength(33);
    expect(residual.map(({ action }) => action)).not.toContain('iam:CreateRole');
    expect(residual.map(({ action }) => action)).not.toContain('s3:PutObject');
  });

  test('is what the second deny leaves', () => {
    const second = [denying(['cloudfront:Create*']), denying('kms:*', { Condition: OUTSIDE })];
    const actions = proof(policy('p', ROOT, [regionDeny(EXEMPT_ACTIONS), ...second])).residual.map(
      ({ action }) => action,
    );
    expect(actions).not.toContain('cloudfront:CreateDistribution');
    expect(actions).toContain('cloudfront:UpdateDistribution');
    expect(actions.filter((action) => action.startsWith('kms:'))).toEqual([]);
  });
});

test('without an attached policy there is nothing to prove', () => {
  expect(proof({ Topic: { Type: 'AWS::SNS::Topic' } })).toMatchObject({ properties: [], residual: [] });
  expect(proof(policy('p', [], denying('*')))).toMatchObject({ properties: [] });
});
