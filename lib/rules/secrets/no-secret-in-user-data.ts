import { Partial, partsOf, Unknown } from '../../template';
import { at, fail, pass, unknown } from '../check';
import { holdsSecret, isPointer, namesSecret } from './looks-secret';
import type { Rule } from '../rule';

const PATHS = ['UserData', 'LaunchTemplateData.UserData'];

const EXPECTED = 'no secret';

/** `NAME=value`, where the value is neither a variable nor the output of a command. */
const ASSIGNMENT = /\b(\w*(?:password|passwd|secret_access_key|api_?key|auth_?token))\s*=\s*["']?([^\s"'$`<{]{4,})/gi;

/** The script is decoded where it stands in Base64. Unresolved parts of it are taken to be no secret. */
export const noSecretInUserData: Rule = {
  id: 'no-secret-in-user-data',
  control: 'KEY-11',
  message: 'The start script of the instance holds a secret that everybody who may describe instances reads.',
  remediation: 'Let the script read the secret with the instance’s role.',
  types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    const found = PATHS.flatMap((path) => at(properties, path)).filter(
      ({ value }) => value !== undefined && value !== null,
    );
    return found.map(({ path, value }) => {
      const texts = (partsOf(value) ?? []).map((item) => (typeof item === 'string' ? plain(item) : undefined));
      if (texts.some((text) => text !== undefined && shows(text)))
        return { ...fail({ path, value: '[masked]' }, EXPECTED) };
      if (value instanceof Unknown && !(value instanceof Partial)) return unknown({ path, value }, EXPECTED);
      return { ...pass({ path, value: undefined }, EXPECTED), observed: 'no secret' };
    });
  },
};

function shows(script: string): boolean {
  return (
    holdsSecret(script) ||
    [...script.matchAll(ASSIGNMENT)].some(([, name = '', value = '']) => namesSecret(name) && !isPointer(value))
  );
}

/** The script behind text in Base64; other text as it is. */
function plain(text: string): string {
  const compact = text.replaceAll(/\s/g, '');
  return compact.length % 4 === 0 && /^[A-Za-z0-9+/]{16,}={0,2}$/.test(compact)
    ? Buffer.from(compact, 'base64').toString('utf8')
    : text;
}
