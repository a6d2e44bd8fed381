import { actionNamed, allActions, isResourceControlled } from '../../../../lib/proofs/guardrails/actions';

test('holds every action once, as it is documented', () => {
  const names = allActions().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(20_000);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z0-9-]+:[A-Za-z0-9-]+$/.test(name))).toEqual([]);
});

test('says of an action what it works on and what conditions can ask', () => {
  const action = actionNamed('KMS:createkey');
  expect(action).toMatchObject({ name: 'kms:CreateKey', service: 'kms', level: 'Write', needed: [], optional: [] });
  expect(action?.keys).toContainEqual({ name: 'kms:MultiRegion', type: 'Bool' });
  expect(actionNamed('cloudtrail:StopLogging')?.needed.flatMap(({ arns }) => arns)).toContain(
    'arn:${Partition}:cloudtrail:${Region}:${Account}:trail/${TrailName}',
  );
  expect(actionNamed('s3:NoSuchAction')).toBeUndefined();
});

test('knows where resource control policies hold', () => {
  expect(['s3', 'sts', 'KMS', 'sqs', 'secretsmanager'].map(isResourceControlled)).toEqual(Array(5).fill(true));
  expect(['ec2', 'iam', 'organizations'].map(isResourceControlled)).toEqual(Array(3).fill(false));
});
