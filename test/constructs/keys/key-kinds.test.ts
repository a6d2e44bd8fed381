import { aws_iam as iam, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { KeyMaterialExpiry, type AccountUse, type DepartmentKeyProps } from '../../../constructs/keys';
import { claimsOf } from '../../../constructs/claims';
import { unacknowledged } from '../../support/compliance';
import { encryptedTopic, expectTemplate, keyIn, keyStatements, statement } from './support';

const TRANSFER = {
  id: 'keys-to-recovery',
  data: 'Material of the recovery key',
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  to: 'other regions',
  mechanism: 'AWS::KMS::Key MultiRegion',
  legalBasis: 'Approval of the department',
  approver: 'DITSO',
  start: '2026-01-01',
  expires: '2027-01-01',
};

function stackWithKey(props: Partial<DepartmentKeyProps>): Stack {
  const stack = new Stack();
  keyIn(stack, props);
  return stack;
}

describe('keys for signing and for codes', () => {
  it.each<[NonNullable<DepartmentKeyProps['use']>, string, string, string]>([
    ['signing', 'SIGN_VERIFY', 'ECC_NIST_P256', 'kms:Sign'],
    ['mac', 'GENERATE_VERIFY_MAC', 'HMAC_256', 'kms:GenerateMac'],
  ])('a key for %s is used for that only, and does not rotate', (use, KeyUsage, KeySpec, action) => {
    const stack = stackWithKey({ use });
    expectTemplate(stack).hasResourceProperties('AWS::KMS::Key', { KeyUsage, KeySpec, EnableKeyRotation: false });
    const used = statement(stack, 'AllowUseThroughIdentityPolicies');
    expect(used.Action).toContain(action);
    expect(used.Action).not.toContain('kms:Decrypt');
    expect(keyStatements(stack).map(({ Sid }) => Sid)).not.toContain('AllowGrantsForAwsResources');
    expect(statement(stack, 'DenyUseByAdministrators').Action).toContain(action);
    expect(unacknowledged(stack)).toEqual([]);
  });

  it.each<[string, Partial<DepartmentKeyProps>, string]>([
    ['an algorithm of another use', { use: 'mac', keySpec: kms.KeySpec.RSA_4096 }, 'keySpec: expected one of HMAC_256'],
    ['imported material', { use: 'signing', imported: {} }, 'imported: found it on a key for signing'],
    ['an encryption context', { use: 'mac', encryptionContext: { a: ['*'] } }, 'encryptionContext: found it on a key'],
  ])('refuses %s', (_, props, message) => {
    expect(() => stackWithKey(props)).toThrow(`[Default/Key] ${message}`);
  });
});

describe('imported material', () => {
  it('is brought by administrators, taken away in an emergency only, and watched before its end', () => {
    const stack = new Stack();
    const key = keyIn(stack, { imported: { topic: encryptedTopic(stack), warnDays: 14 } });
    expect(key.isImported).toBe(true);
    const expectIn = expectTemplate(stack);
    expectIn.hasResourceProperties('AWS::KMS::Key', { Origin: 'EXTERNAL', EnableKeyRotation: false });
    expect(statement(stack, 'AllowImport').Action).toEqual(['kms:GetParametersForImport', 'kms:ImportKeyMaterial']);
    expect(statement(stack, 'DenyDestructionByOthers').Action).toContain('kms:DeleteImportedKeyMaterial');
    expectIn.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'SecondsUntilKeyMaterialExpiration',
      Threshold: 14 * 86_400,
      Dimensions: [{ Name: 'KeyId', Value: Match.anyValue() }],
    });
    expectIn.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { 'detail-type': ['KMS Imported Key Material Expiration'] },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('refuses to warn after the end', () => {
    const stack = new Stack();
    const watch = () =>
      new KeyMaterialExpiry(stack, 'End', { key: keyIn(stack), topic: encryptedTopic(stack), warnDays: 0 });
    expect(watch).toThrow('[Default/End] warnDays: expected whole days from 1 to 365, found 0');
  });
});

describe('what leaves its place', () => {
  it('a key is of several regions only by a transfer, which it claims', () => {
    const stack = stackWithKey({ multiRegion: TRANSFER });
    expectTemplate(stack).hasResourceProperties('AWS::KMS::Key', { MultiRegion: true });
    expect(claimsOf(stack).transfers).toEqual([TRANSFER]);
  });

  it('uses of the account name the encryption context that is asked for', () => {
    const used = statement(
      stackWithKey({ encryptionContext: { department: ['e-services'] } }),
      'AllowUseThroughIdentityPolicies',
    );
    expect(used.Condition?.['StringLike']).toEqual({ 'kms:EncryptionContext:department': ['e-services'] });
  });
});

describe('use by other accounts', () => {
  const other = (key: ReturnType<typeof keyIn>) =>
    keyStatements(Stack.of(key)).filter(({ Principal }) => JSON.stringify(Principal).includes('222222222222'));

  it('is allowed to roles of named accounts, through services, with a context', () => {
    const key = keyIn(new Stack());
    key.allowAccounts({
      accounts: ['222222222222'],
      roles: ['arn:aws:iam::222222222222:role/reader'],
      viaServices: ['s3'],
      encryptionContext: { 'aws:s3:arn': ['arn:aws:s3:::shared/*'] },
      grants: true,
    });
    const [use, grants] = other(key);
    expect(use?.Action).toContain('kms:Decrypt');
    expect(use?.Condition).toMatchObject({
      StringEquals: { 'kms:CallerAccount': ['222222222222'], 'kms:ViaService': [expect.anything()] },
      ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::222222222222:role/reader'] },
      StringLike: { 'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::shared/*'] },
    });
    expect(grants?.Condition).toMatchObject({ Bool: { 'kms:GrantIsForAWSResource': 'true' } });
  });

  it('is granted to a role of another account that need not exist yet, as CDK grants', () => {
    const stack = new Stack(undefined, 'Keys', { env: { account: '111111111111', region: 'ap-east-1' } });
    const key = keyIn(stack);
    key.grantDecrypt(iam.Role.fromRoleArn(stack, 'Reader', 'arn:aws:iam::222222222222:role/reader'));
    const [granted, ...others] = other(key);
    expect(others).toEqual([]);
    expect(granted).toMatchObject({
      Action: 'kms:Decrypt',
      Condition: { ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::222222222222:role/reader'] } },
    });
    expect(JSON.stringify(granted?.Principal)).toContain(':iam::222222222222:root');
  });

  it.each<[string, AccountUse['accounts']]>([
    ['none', []],
    ['"everybody"', ['everybody']],
  ])('refuses accounts: %s', (found, accounts) => {
    expect(() => keyIn(new Stack()).allowAccounts({ accounts })).toThrow(
      `[Default/Key] accounts: expected ids of 12 digits, found ${found}`,
    );
  });
});

test('the policy of every kind of key leaves somebody able to change it', () => {
  for (const props of [{}, { use: 'signing' }, { use: 'mac' }, { imported: {} }] as const) {
    const keys = Template.fromStack(stackWithKey(props)).findResources('AWS::KMS::Key');
    expect(JSON.stringify(Object.values(keys)[0]?.['Properties'].KeyPolicy)).toContain('kms:PutKeyPolicy');
  }
});
