import { maskLines } from '../../../lib/gate/review/mask-lines';

const masked = (text: string, secret: readonly number[] = []) =>
  maskLines(text.split('\n'), new Set(secret)).join('\n');

describe('lines of a template', () => {
  it.each([
    ['the value under a secret name', '"DbPassword": "hunter2",\n"Engine": "postgres"'],
    ['what stands below a secret name', 'DbPassword:\n  Type: String\n  Default: hunter2\nOther: x'],
    ['a pair that names a secret', '- Name: DB_PASSWORD\n  Value: hunter2'],
    ['a pair the other way round', '{\n "Value": "hunter2",\n "Name": "API_KEY"\n}'],
    ['a private key over lines', 'Key: |\n  -----BEGIN PRIVATE KEY-----\n  hunter2\n  -----END PRIVATE KEY-----'],
  ])('lose %s', (_, text) => {
    expect(masked(text)).not.toContain('hunter2');
    expect(masked(text).split('\n')).toHaveLength(text.split('\n').length);
  });

  it('lose what is known to be a secret', () => {
    expect(masked('"UserData": {\n "Fn::Base64": "hunter2"\n}\n"Next": 1', [0])).toBe(
      '"UserData": {\n "Fn::Base64": "[masked]"\n}\n"Next": 1',
    );
  });

  it('keep what says where a secret is kept, and what is none', () => {
    const text = '"Password": "{{resolve:secretsmanager:db}}",\n"Name": "portal",\n"Value": "10.0.0.0/8"';
    expect(masked(text)).toBe(text);
  });
});
