import { gate } from '../../lib/gate';
import { profileById } from '../../lib/profiles';
import { maskNamed, maskText, namesSecret } from '../../lib/rules/evidence/mask';
import { template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';

describe('text in a report', () => {
  // Assembled from halves, so that no scanner takes the test itself for a leak.
  const accessKey = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
  const secretKey = ['wJalrXUtnFEMI/K7MDENG', '/bPxRfiCYEXAMPLEKEY'].join('');

  it.each([
    ['an access key id', `key ${accessKey} here`, 'key AKIA[masked] here'],
    ['the secret half of an access key', `x ${secretKey} y`, 'x [masked] y'],
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----`, '[masked]'],
    ['a private key cut short', `a -----BEGIN PRIVATE KEY-----\nMIIE`, 'a [masked]'],
    ['a password in a URL', 'postgres://app:hunter2@db:5432/x', 'postgres://app:[masked]@db:5432/x'],
    ['an assignment', 'export DB_PASSWORD=hunter22; run', 'export DB_PASSWORD=[masked]; run'],
    ['an entry of JSON', '{"apiKey": "abcd-efgh"}', '{"apiKey": "[masked]"}'],
    ['a token of a forge', `ghp_${'a1'.repeat(18)}`, 'ghp_[masked]'],
    [
      'what signs an address',
      'https://b.example/k?X-Amz-Signature=fe5f80f7&x=1',
      'https://b.example/k?X-Amz-Signature=[masked]&x=1',
    ],
    ['a password in a sentence', 'the password is hunter22!', 'the password is [masked]'],
    ['a signed token', 'eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2lnbmF0dXJl', '[masked]'],
  ])('hides %s', (_, text, expected) => {
    expect(maskText(text)).toBe(expected);
  });

  it.each([
    'arn:aws:kms:ap-east-1:110000000001:key/0f3c1f5e-9d6c-4f2e-8a0e-1a2b3c4d5e6f',
    'sha1 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
    'arn:aws:secretsmanager:ap-east-1:110000000001:secret:portal/database-AbCdEf',
    'password: ${Secret}',
    'password: [masked]',
    'password: {{resolve:secretsmanager:db:SecretString:password}}',
    'the secret is rotated',
    'the password is required',
    'https://b.example/k?signature-version=4',
    'a/path/of/forty/characters/in/lower/case',
  ])('shows %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('is hidden as a whole where its name says that it is a secret', () => {
    expect(maskNamed('MasterUserPassword', 'correct horse')).toBe('[masked]');
    expect(maskNamed('MasterUserPassword', '{{resolve:ssm-secure:x}}')).toBe('{{resolve:ssm-secure:x}}');
    expect(maskNamed('UserName', 'correct horse')).toBe('correct horse');
    expect(namesSecret('Properties.Environment.Variables.API_TOKEN')).toBe(true);
    expect(namesSecret('Properties.SecretArn')).toBe(false);
  });
});

describe('a finding', () => {
  const scratch = new Scratch();
  afterAll(() => scratch.clean());

  it('never shows a secret of the template', async () => {
    const secret = 'correct-horse-battery';
    const path = scratch.write(
      't.json',
      template(
        {
          Database: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', MasterUserPassword: secret } },
          Function: {
            Type: 'AWS::Lambda::Function',
            Properties: { Environment: { Variables: { DB_PASSWORD: secret, PLAIN: `password=${secret}` } } },
          },
          Joined: {
            Type: 'AWS::RDS::DBInstance',
            Properties: { Engine: 'postgres', MasterUserPassword: { 'Fn::Sub': `\${AWS::StackId}${secret}` } },
          },
        },
        { Parameters: { Password: { Type: 'String', Default: secret } } },
      ),
    );
    const result = await gate({ inputs: [path], profile: profileById('hk-s17'), includePassed: true });
    expect(result.findings.length).toBeGreaterThan(5);
    expect(JSON.stringify(result)).not.toContain(secret);
  });
});
