import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { publicDatabase, template } from '../gate/support/databases';
import { Runner, ROOT, yamlFile } from './runner';

// Each test starts processes.
jest.setTimeout(120_000);

const runner = new Runner();
beforeAll(() => runner.start());
afterAll(() => runner.clean());

const SETTING = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'a' } };
const TEMPLATES = { compliant: template({ Setting: SETTING }), violating: template({ Database: publicDatabase() }) };

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface GitLab {
  readonly variables: Readonly<Record<string, string>>;
  readonly 'lionrock-gate': {
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: { readonly junit: string } };
  };
}
interface Buildspec {
  readonly env: { readonly variables: Readonly<Record<string, string>> };
  readonly phases: Readonly<Record<'install' | 'build', { readonly commands: readonly string[] }>>;
  readonly reports: { readonly lionrock: { readonly files: readonly string[] } };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

const action = yamlFile('integrations/github/action.yml') as Action;
const gitlab = yamlFile('integrations/gitlab/lionrock-gate.yml') as GitLab;
const buildspec = yamlFile('integrations/codebuild/buildspec.yml') as Buildspec;
const [hook] = yamlFile('.pre-commit-hooks.yaml') as [Hook];
const gateStep = action.runs.steps.find((step) => step.id === 'gate') ?? {};

type Inputs = Readonly<Record<string, string>>;

/** Inputs of the action, by the variables of the other platforms. */
const INPUTS: Readonly<Record<string, string>> = {
  LIONROCK_PATH: 'path',
  LIONROCK_VERSION: 'version',
  LIONROCK_PROFILE: 'profile',
  LIONROCK_CONFIG: 'config',
  LIONROCK_WAIVERS: 'waivers',
  LIONROCK_FAIL_ON: 'fail-on',
  LIONROCK_REPORTS: 'reports',
};

/** What GitHub does with the step: expressions in its environment become values, the rest stands as it is. */
function runAction(variables: Inputs): { status: number; output: string } {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (INPUTS[name] ? [[INPUTS[name], value]] : [])),
  );
  const env = Object.entries(gateStep.env ?? {}).map(([name, text]) => {
    const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text) ?? [];
    return [name, given[input] ?? action.inputs[input]?.default ?? ''];
  });
  return runner.run([gateStep.run ?? ''], {
    ...variables,
    ...Object.fromEntries(env),
    GITHUB_ACTION_PATH: join(ROOT, 'integrations/github'),
    GITHUB_OUTPUT: runner.scratch.write('output', ''),
    GITHUB_STEP_SUMMARY: runner.scratch.write('summary', ''),
    RUNNER_TEMP: runner.scratch.path('temp'),
  });
}

const PLATFORMS: Readonly<Record<string, (variables: Inputs) => { status: number; output: string }>> = {
  'the GitHub Action': runAction,
  'the GitLab template': (variables) =>
    runner.run(gitlab['lionrock-gate'].script, { ...gitlab.variables, ...variables }),
  'the buildspec of CodeBuild': (variables) =>
    runner.run([...buildspec.phases.install.commands, ...buildspec.phases.build.commands], {
      ...buildspec.env.variables,
      ...variables,
    }),
};

/** Puts a template where pipelines look, and says what the run ended with. */
function place(content: keyof typeof TEMPLATES | 'broken', folder = 'cdk.out'): void {
  mkdirSync(join(runner.folder, folder), { recursive: true });
  const text = content === 'broken' ? '{"Resources": ' : JSON.stringify(TEMPLATES[content]);
  writeFileSync(join(runner.folder, folder, 'app.template.json'), text);
}

const result = (name: string) => readFileSync(join(runner.folder, 'lionrock-reports', name), 'utf8');

describe.each(Object.entries(PLATFORMS))('%s', (_, run) => {
  it.each([
    ['compliant', 0, 'PASS'],
    ['broken', 2, 'UNKNOWN'],
  ] as const)('ends with the status of the gate: %s', (content, status, verdict) => {
    place(content);
    const ran = run({});
    expect(/^Verdict +(\w+)/m.exec(ran.output)?.[1]).toBe(verdict);
    expect(ran.status).toBe(status);
  });

  it('ends with the status of the gate, and leaves the results, when it fails; by one exact version', () => {
    place('violating');
    const ran = run({});
    expect(/^Verdict +(\w+)/m.exec(ran.output)?.[1]).toBe('FAIL');
    expect(ran.status).toBe(1);
    expect(result('lionrock.sarif')).toContain('"rds-not-public"');
    expect(result('lionrock.junit.xml')).toContain('rds-not-public');
    expect(result('lionrock.md')).toContain('rds-not-public');
    const words = runner.npmWords();
    expect(words).toContain(`lionrock@${manifest.version}`);
    expect(words).toContain('--ignore-scripts');
    expect(words.filter((word) => /^lionrock@(?!\d+\.\d+\.\d+$)/.test(word))).toEqual([]);
  });

  it('obeys the policy floor of its surroundings', () => {
    place('compliant');
    const policy = runner.scratch.write('policy.yaml', 'failOn: high\n');
    const ran = run({ LIONROCK_POLICY: policy, LIONROCK_FAIL_ON: 'critical' });
    expect(ran.output).toContain('--fail-on critical is below the floor');
    expect(ran.status).toBe(2);
  });

  it('passes what it is told as one word each, and runs none of it', () => {
    place('violating', "a b'$(touch pwned)");
    const ran = run({ LIONROCK_PATH: "a b'$(touch pwned)", LIONROCK_PROFILE: 'x; touch pwned; "`touch pwned`' });
    expect(ran.output).toContain('x; touch pwned; "`touch pwned`');
    expect(ran.status).toBe(2);
    expect(run({ LIONROCK_PATH: "a b'$(touch pwned)" }).status).toBe(1);
    expect(existsSync(join(runner.folder, 'pwned'))).toBe(false);
  });

  it('could not decide when Lionrock cannot be installed', () => {
    place('compliant');
    expect(run({ LIONROCK_VERSION: '9.9.9' }).status).toBe(2);
  });
});

describe('the GitHub Action', () => {
  it('is composite, and names no expression outside of environments', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps.flatMap(({ run }) => run ?? []).join('\n')).not.toContain('${{');
    expect(Object.values(INPUTS).toSorted()).toEqual(
      Object.keys(action.inputs)
        .filter((name) => name !== 'upload-sarif')
        .toSorted(),
    );
  });

  it('pins the actions that it uses, and uploads results of a gate that failed too', () => {
    const uses = action.runs.steps.filter((step) => step.uses !== undefined);
    expect(uses).toHaveLength(1);
    expect(uses[0]?.uses).toMatch(/@[0-9a-f]{40}$/);
    expect(uses[0]?.if).toContain('always()');
  });

  it('hands on the status and the files, and shows the results as summary', () => {
    place('violating');
    runAction({ LIONROCK_REPORTS: 'my results' });
    const lines = readFileSync(runner.scratch.path('output'), 'utf8').trimEnd().split('\n');
    expect(lines).toEqual([
      'exit-code=1',
      'sarif=my results/lionrock.sarif',
      'junit=my results/lionrock.junit.xml',
      'md=my results/lionrock.md',
    ]);
    const handed = Object.values(action.outputs).map(({ value }) => /outputs\.([\w-]+) /.exec(value)?.[1]);
    expect(handed).toEqual(lines.map((line) => line.split('=')[0]));
    expect(readFileSync(runner.scratch.path('summary'), 'utf8')).toContain('rds-not-public');
  });

  it('hands on no results of an earlier run', () => {
    mkdirSync(join(runner.folder, 'lionrock-reports'), { recursive: true });
    writeFileSync(join(runner.folder, 'lionrock-reports', 'lionrock.sarif'), 'of an earlier run');
    expect(runAction({ LIONROCK_PROFILE: 'nowhere' }).status).toBe(2);
    expect(readFileSync(runner.scratch.path('output'), 'utf8')).toBe('exit-code=2\n');
  });

  it.each(['latest', '^1.0.0', '1.0.0 evil', 'npm:evil@1.0.0', ''])('refuses the version "%s"', (version) => {
    const before = runner.npmWords().length;
    const ran = runAction({ LIONROCK_VERSION: version });
    expect(ran.output).toContain('expected an exact version');
    expect(ran.status).toBe(2);
    expect(runner.npmWords()).toHaveLength(before);
  });

  it('writes no output that a line break smuggled in', () => {
    expect(runAction({ LIONROCK_REPORTS: 'x\nexit-code=0' }).status).toBe(2);
    expect(readFileSync(runner.scratch.path('output'), 'utf8')).toBe('');
  });
});

test('GitLab and CodeBuild read the JUnit report where the gate wrote it', () => {
  const { artifacts } = gitlab['lionrock-gate'];
  expect(artifacts.when).toBe('always');
  expect(artifacts.reports.junit).toBe('lionrock-reports/lionrock.junit.xml');
  expect(buildspec.reports.lionrock.files).toEqual(['lionrock-reports/lionrock.junit.xml']);
});

describe('the hook of pre-commit', () => {
  const files = new RegExp(hook.files);

  it.each([
    ['infra/app.template.json', true],
    ['vpc.template.yaml', true],
    ['vpc.template.yml', true],
    ['package.json', false],
    ['app.template.json.md', false],
  ])('looks at %s: %s', (file, expected) => {
    expect(files.test(file)).toBe(expected);
  });

  it.each([
    ['compliant', 0],
    ['violating', 1],
    ['broken', 2],
  ] as const)('ends with the status of the gate: %s', (content, status) => {
    runner.install();
    place(content, 'committed');
    expect(runner.run([`${hook.entry} "$FILE"`], { FILE: 'committed/app.template.json' }).status).toBe(status);
  });

  it('runs a command that this package installs', () => {
    expect(Object.keys(manifest.bin)).toContain(hook.entry.split(' ')[0]);
    expect(hook.entry).toContain('--inline strict');
  });
});
