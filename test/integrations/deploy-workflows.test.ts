import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lionrockProgram } from '../../lib/cli';
import { ROOT, yamlFile } from './runner';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface GitHub {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      'judge' | 'deploy',
      {
        readonly needs?: string;
        readonly environment?: string;
        readonly permissions?: object;
        readonly steps: readonly Step[];
      }
    >
  >;
}

const github = yamlFile('integrations/github/deploy.yml') as GitHub;
const texts = ['integrations/github/deploy.yml', 'integrations/gitlab/lionrock-deploy.yml'].map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));

const program = lionrockProgram({
  stdout: { write: () => undefined },
  stderr: { write: () => undefined },
  env: {},
  began: new Date(0),
  status: 0,
});

/** The calls of lionrock in a script, with their continued lines joined. */
function callsIn(text: string): { readonly name: string; readonly options: readonly string[] }[] {
  return [...text.replaceAll(/\\\n\s*/g, ' ').matchAll(/npx lionrock (\w+)([^;\n&|]*)/g)].map(
    ([, name = '', rest = '']) => ({
      name,
      options: rest.split(/\s+/).filter((word) => word.startsWith('-')),
    }),
  );
}

describe.each(texts)('$path', ({ text }) => {
  it('calls the command line as it is: synth, gate, review, diff, and deploy last', () => {
    const calls = callsIn(text);
    expect([...new Set(calls.map(({ name }) => name))]).toEqual(['synth', 'gate', 'review', 'diff', 'deploy']);
    for (const { name, options } of calls) {
      const command = program.commands.find((candidate) => candidate.name() === name);
      const known = command?.options.flatMap(({ short, long }) => [short, long]) ?? [];
      for (const option of options) expect(known).toContain(option);
    }
  });

  it('deploys the assembly that was judged, and holds no key', () => {
    expect(text).toMatch(/npx lionrock deploy cdk\.out -c "\$CONFIG"/);
    expect(text).not.toMatch(/AWS_SECRET_ACCESS_KEY|aws-secret-access-key/);
  });
});

it('on GitHub only the job that deploys gets a token, in an environment that asks when something changed', () => {
  expect(github.permissions).toEqual({ contents: 'read' });
  const { judge, deploy } = github.jobs;
  expect(judge.permissions).toBeUndefined();
  expect(deploy).toMatchObject({
    needs: 'judge',
    permissions: { contents: 'read', 'id-token': 'write' },
    environment: "${{ needs.judge.outputs.changed == 'true' && 'landing-zone-approval' || 'landing-zone' }}",
  });
});
