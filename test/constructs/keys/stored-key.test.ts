import { App, aws_iam as iam, aws_s3 as s3, aws_sqs as sqs, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { claimMarker } from '../../../constructs/claims';
import { allowLogGroups, DepartmentKey, StoredKey, type StoredKeyProps } from '../../../constructs/keys';
import { profileById } from '../../../lib/profiles';
import { evaluateRules, RULES } from '../../../lib/rules';
import { unitOfText } from '../../../lib/template';
import { unacknowledged } from '../../support/compliance';
import { encryptedTopic, type Statement } from './support';

const CUSTODY = {
  department: 'e-services',
  classification: 'CONFIDENTIAL',
  administrators: ['key-administrator'],
  breakGlassRoles: ['break-glass'],
};
const STORE = { id: 'cks-1234567890abcdef0', type: 'cloudhsm' } as const;

function storedIn(stack: Stack, props: Partial<StoredKeyProps> = {}): StoredKey {
  const encryptionKey = new DepartmentKey(stack, 'LogKey', { ...CUSTODY, purpose: 'logs' });
  encryptionKey.allowLogGroups();
  const log = { encryptionKey, profile: profileById('hk-s17') };
  return new StoredKey(stack, 'Data', { ...CUSTODY, purpose: 'data', store: STORE, log, ...props });
}

const newStack = () => new Stack(new App(), 'Keys', { env: { account: '110000000011', region: 'ap-east-1' } });

function resourceOf(stack: Stack) {
  const [found] = Object.values(Template.fromStack(stack).findResources('Custom::LionrockStoredKey'));
  return found as { DeletionPolicy: string; Properties: { KeyPolicy: { Statement: Statement[] } } };
}

describe('StoredKey', () => {
  it('asks for a key in the store, under the policy of every key of a department, and is kept', () => {
    const stack = newStack();
    const { aliasName } = storedIn(stack, { viaServices: ['s3'] });
    expect(aliasName).toBe('alias/e-services/data/confidential');
    expect(resourceOf(stack)).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        Alias: aliasName,
        KeyStoreId: STORE.id,
        Origin: 'AWS_CLOUDHSM',
        Tags: { department: 'e-services', classification: 'CONFIDENTIAL' },
      },
    });
    const statements = resourceOf(stack).Properties.KeyPolicy.Statement;
    expect(statements.map(({ Sid }) => Sid)).toEqual([
      'AllowAdministration',
      'AllowDestructionByBreakGlass',
      'AllowUseThroughIdentityPolicies',
      'AllowGrantsForAwsResources',
      'DenyUseByAdministrators',
      'DenyDestructionByOthers',
    ]);
    const [administration] = statements;
    expect(JSON.stringify(administration?.Condition)).toMatch(/role\/key-administrator.*DataMakerRole/);
  });

  it('passes the packs, with alarms, and is taken wherever a key is', () => {
    const stack = newStack();
    const { key } = storedIn(stack, { alarmTopic: encryptedTopic(stack) });
    const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    key.grantDecrypt(role);
    const bucket = new s3.Bucket(stack, 'Bucket', { encryptionKey: key, encryption: s3.BucketEncryption.KMS });
    expect(stack.resolve(bucket.encryptionKey?.keyArn)).toEqual({ 'Fn::GetAtt': [expect.any(String), 'KeyArn'] });
    const found = unacknowledged(stack).filter((line) => !/Bucket|Reader/.test(line));
    expect(found).toEqual([]);
  });

  it('takes what is added to its policy, made safe as that of a department’s key is', () => {
    const stack = newStack();
    const { key } = storedIn(stack);
    const bare = new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('backup.amazonaws.com')],
      actions: ['kms:Decrypt'],
      resources: ['*'],
    });
    expect(key.addToResourcePolicy(bare).statementAdded).toBe(true);
    allowLogGroups(key);
    const added = resourceOf(stack).Properties.KeyPolicy.Statement.slice(-2);
    expect(added.map(({ Condition }) => Object.keys(Condition ?? {}))).toEqual([['StringEquals'], ['ArnLike']]);
    const world = bare.copy({ principals: [new iam.AnyPrincipal()] });
    expect(() => key.addToResourcePolicy(world)).toThrow('the key policy would allow everybody');
  });

  it('lets its function make and keep keys of that origin and alias alone', () => {
    const stack = newStack();
    storedIn(stack);
    const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy'));
    const statements = policies.flatMap((policy) => policy['Properties'].PolicyDocument.Statement as Statement[]);
    const conditions = Object.fromEntries(statements.map(({ Sid, Condition }) => [Sid, Condition?.['StringEquals']]));
    expect(conditions).toMatchObject({
      Make: {
        'kms:KeyOrigin': 'AWS_CLOUDHSM',
        'aws:RequestTag/lionrock:stored-key': 'alias/e-services/data/confidential',
      },
      Mark: { 'aws:RequestTag/lionrock:stored-key': 'alias/e-services/data/confidential' },
      Keep: { 'aws:ResourceTag/lionrock:stored-key': 'alias/e-services/data/confidential' },
    });
    expect(statements.find(({ Sid }) => Sid === 'Mark')?.Condition).toMatchObject({
      StringEqualsIfExists: { 'kms:KeyOrigin': 'AWS_CLOUDHSM' },
    });
    expect(statements.find(({ Sid }) => Sid === 'Keep')?.Action).toEqual([
      'kms:CreateAlias',
      'kms:PutKeyPolicy',
      'kms:TagResource',
      'kms:UpdateKeyDescription',
    ]);
    expect(JSON.stringify(statements)).not.toMatch(/ScheduleKeyDeletion|DisableKey|kms:\*|CustomKeyStore"[^s]/);
  });

  it.each<[string, Partial<StoredKeyProps>, string]>([
    ['an id that is none of a store', { store: { ...STORE, id: 'hsm' } }, 'store.id: expected cks-'],
    ['an external store without its key', { store: { ...STORE, type: 'external' } }, 'externalKeyId: expected the id'],
    ['an external key in CloudHSM', { externalKeyId: 'k' }, 'externalKeyId: expected none'],
    ['nobody to administer it', { administrators: [] }, 'administrators: expected names or ARNs'],
  ])('refuses %s', (_, props, message) => {
    expect(() => storedIn(newStack(), props)).toThrow(`[Keys/Data] ${message}`);
  });
});

describe('the gate', () => {
  const stack = newStack();
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: storedIn(stack).key });
  claimMarker(stack, {
    landingZone: 'agency',
    profile: 'hk-s17',
    deploymentModel: 'in-house-private',
    account: 'e-services',
    classification: 'CONFIDENTIAL',
    personalData: false,
    systemTier: 2,
    capability: 'workloads',
  });
  const text = JSON.stringify(Template.fromStack(stack).toJSON());
  const logicalId = stack.resolve((queue.node.defaultChild as sqs.CfnQueue).logicalId) as string;
  const rules = RULES.filter(({ id }) => id === 'key-in-own-custody');

  /** What the rule says of the queue. */
  const said = (template: string) =>
    evaluateRules(unitOfText('keys', template, {}).graph, rules, { profile: profileById('hk-s17') })
      .filter(({ resource }) => resource.logicalId === logicalId)
      .map(({ result }) => result.status);

  it('sees that the department holds the material', () => {
    expect(said(text)).toEqual(['pass']);
  });

  it('cannot tell once the function does something else', () => {
    expect(said(text.replace('"ZipFile":"', '"ZipFile":" '))).toEqual(['unknown']);
  });
});
