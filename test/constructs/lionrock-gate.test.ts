import { App, Stack, Stage, pipelines } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LionrockGate, type LionrockGateProps } from '../../constructs/lionrock-gate';
import manifest from '../../package.json';
import { publicDatabase, template } from '../gate/support/databases';
import { Runner } from '../integrations/runner';

const SETTING = { Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'a' } } };

const central = () => pipelines.CodePipelineSource.connection('central/policies', 'main', { connectionArn: 'arn:x' });

interface Buildspec {
  readonly phases: Readonly<Record<'install' | 'build', { readonly commands: readonly string[] }>>;
  readonly reports?: Readonly<Record<string, object>>;
  readonly artifacts?: object;
}

/** What a step puts out: its class is not assignable to CDK's own interface under exactOptionalPropertyTypes. */
function outputOf(step: pipelines.Step): pipelines.FileSet {
  if (!step.primaryOutput) throw new Error(`${step.id} puts nothing out`);
  return step.primaryOutput;
}

/** A pipeline with one stage behind a gate. */
function pipelineWith(props: Omit<LionrockGateProps, 'assembly'>): Template {
  const app = new App();
  const stack = new Stack(app, 'Pipeline', { env: { account: '111111111111', region: 'ap-east-1' } });
  const synth = new pipelines.ShellStep('Synth', {
    input: outputOf(pipelines.CodePipelineSource.connection('owner/app', 'main', { connectionArn: 'arn:x' })),
    primaryOutputDirectory: 'cdk.out',
    commands: ['npm ci', 'npx cdk synth'],
  });
  const pipeline = new pipelines.CodePipeline(stack, 'Pipeline', {
    synth: synth as pipelines.IFileSetProducer,
    selfMutation: false,
    crossAccountKeys: true,
  });
  const prod = new Stage(app, 'Prod', { env: { account: '222222222222', region: 'ap-east-1' } });
  new Stack(prod, 'Workload');
  pipeline.addStage(prod, { pre: [new LionrockGate('Gate', { assembly: synth, ...props })] });
  return Template.fromStack(stack);
}

function projectOf(template: Template): { buildspec: Buildspec; env: Readonly<Record<string, string>> } {
  for (const { Properties } of Object.values(template.findResources('AWS::CodeBuild::Project'))) {
    const buildspec: Buildspec = JSON.parse(Properties.Source.BuildSpec);
    if (!buildspec.phases.build.commands.some((command) => command.startsWith('lionrock gate '))) continue;
    const variables: readonly { Name: string; Value: string }[] = Properties.Environment.EnvironmentVariables ?? [];
    return { buildspec, env: Object.fromEntries(variables.map(({ Name, Value }) => [Name, Value])) };
  }
  throw new Error('no project runs the gate');
}

describe('LionrockGate', () => {
  test('judges the assembly with the version of this package, strictly', () => {
    const { buildspec } = projectOf(pipelineWith({}));
    expect(buildspec.phases.install.commands).toEqual([
      `npm install --global --ignore-scripts --no-audit --no-fund lionrock@${manifest.version} || exit 2`,
    ]);
    expect(buildspec.phases.build.commands).toEqual([
      'mkdir -p lionrock-reports || exit 2',
      'lionrock gate --inline strict --format=text --format=junit=lionrock-reports/lionrock.junit.xml ' +
        '--format=sarif=lionrock-reports/lionrock.sarif --format=markdown=lionrock-reports/lionrock.md -- .',
    ]);
    expect(buildspec.reports).toEqual({
      lionrock: { files: ['lionrock-reports/lionrock.junit.xml'], 'file-format': 'JUNITXML' },
    });
  });

  test('runs before anything of its stage is deployed', () => {
    const [pipeline] = Object.values(pipelineWith({}).findResources('AWS::CodePipeline::Pipeline'));
    const stages: readonly { Name: string; Actions: readonly { Name: string; RunOrder: number }[] }[] =
      pipeline?.['Properties'].Stages;
    const actions = stages.find(({ Name }) => Name === 'Prod')?.Actions ?? [];
    const order = (name: string) => actions.find(({ Name }) => Name === name)?.RunOrder ?? Number.NaN;
    expect(order('Gate')).toBe(1);
    expect(order('Workload.Prepare')).toBeGreaterThan(1);
  });

  test('takes config, policy and waivers from a repository of the central team', () => {
    const { buildspec, env } = projectOf(
      pipelineWith({
        source: central(),
        config: 'zone/landing-zone.yaml',
        policy: 'gate-policy.yaml',
        waivers: ['a.yaml', 'b.yaml'],
        profile: 'hk-s17',
        failOn: 'high',
        formats: ['json'],
        paths: ['assembly-Prod'],
      }),
    );
    expect(buildspec.phases.build.commands.at(-1)).toBe(
      'lionrock gate --inline strict --format=text --format=json=lionrock-reports/lionrock.json --profile=hk-s17 ' +
        '--config=../lionrock-source/zone/landing-zone.yaml --waivers=../lionrock-source/a.yaml ' +
        '--waivers=../lionrock-source/b.yaml --fail-on=high -- assembly-Prod',
    );
    expect(env['LIONROCK_POLICY']).toBe('../lionrock-source/gate-policy.yaml');
    expect(buildspec.phases.install.commands.join('\n')).toContain('"../lionrock-source"');
    expect(buildspec.reports).toBeUndefined();
  });

  test('quotes what a shell would read', () => {
    const { buildspec } = projectOf(pipelineWith({ paths: ["a b'; touch $(x)"] }));
    expect(buildspec.phases.build.commands.at(-1)).toContain(String.raw`-- 'a b'\''; touch $(x)'`);
  });

  test('keeps what else a step of CodeBuild can be told', () => {
    const installCommands = ['npm install --global @gov/lionrock@1.0.0'];
    const { buildspec, env } = projectOf(pipelineWith({ env: { NO_COLOR: '1' }, installCommands }));
    expect(env).toEqual({ NO_COLOR: '1' });
    expect(buildspec.phases.install.commands).toEqual(installCommands);
  });

  test.each(['latest', '^1.0.0', '1.0.0; evil'])('refuses the version %s', (version) => {
    expect(() => pipelineWith({ version })).toThrow(`expected an exact version of Lionrock, for example 1.4.0`);
  });

  test('refuses a step that puts nothing out', () => {
    const assembly = new pipelines.ShellStep('Synth', { commands: [] });
    expect(() => new LionrockGate('Gate', { assembly })).toThrow('expected the step "Synth" to put out files');
  });

  test.each([{ config: 'x' }, { policy: 'x' }, { waivers: ['x'] }])('refuses %j without a source', (props) => {
    expect(() => pipelineWith(props)).toThrow('expected "source"');
  });
});

describe('the commands of LionrockGate, as CodeBuild runs them', () => {
  const runner = new Runner();
  beforeAll(() => runner.start());
  afterAll(() => runner.clean());
  const { buildspec, env } = projectOf(
    pipelineWith({ source: central(), policy: 'gate-policy.yaml', waivers: ['waivers.yaml'], failOn: 'high' }),
  );
  const commands = [...buildspec.phases.install.commands, ...buildspec.phases.build.commands];
  const sourceVariable = /CODEBUILD_SRC_DIR_\w+/.exec(commands.join('\n'))?.[0] ?? '';

  /** Runs the step on an assembly of one template, with a policy in the other repository. */
  function runOn(name: string, resources: object, policy: string) {
    runner.scratch.write(`${name}/assembly/app.template.json`, template(resources));
    runner.scratch.write(`${name}/central/gate-policy.yaml`, policy);
    runner.scratch.write(`${name}/central/waivers.yaml`, 'waivers: []\n');
    const central = runner.scratch.path(`${name}/central`);
    return runner.run(commands, { ...env, [sourceVariable]: central }, runner.scratch.path(`${name}/assembly`));
  }

  test.each<[string, number, object, string, string]>([
    ['compliant', 0, SETTING, 'high', 'PASS'],
    ['violating', 1, { Database: publicDatabase() }, 'high', 'FAIL'],
    ['below the floor', 2, SETTING, 'low', '--fail-on high is below the floor'],
  ])(
    '%s: exit status %i',
    (name, status, resources, floor, said) => {
      const ran = runOn(name.replaceAll(' ', '-'), resources, `failOn: ${floor}\n`);
      expect(ran.output).toContain(said);
      expect(ran.status).toBe(status);
    },
    60_000,
  );
});
