import { aws_codebuild as codebuild, pipelines } from 'aws-cdk-lib';
import type { Severity } from '../lib/model';
import { toolVersion } from '../lib/model/package';

/** Where a gate in a pipeline leaves its results, and the folder beside the assembly where its files are found. */
const REPORTS = 'lionrock-reports';
const SOURCE = '../lionrock-source';

/** A format of results that go to a file. */
export type GateFormat = 'json' | 'sarif' | 'junit' | 'markdown' | 'csv';

const FILES: Readonly<Record<GateFormat, string>> = {
  json: 'lionrock.json',
  sarif: 'lionrock.sarif',
  junit: 'lionrock.junit.xml',
  markdown: 'lionrock.md',
  csv: 'lionrock.csv',
};

type Decided = 'commands' | 'input' | 'additionalInputs' | 'primaryOutputDirectory' | 'partialBuildSpec';

/** Properties of {@link LionrockGate}; those of a `CodeBuildStep` that are not decided here are passed on. */
export interface LionrockGateProps extends Omit<pipelines.CodeBuildStepProps, Decided> {
  /** The cloud assembly that is judged: the synth step of the pipeline, once the pipeline is made. */
  readonly assembly: pipelines.Step | pipelines.FileSet;
  /**
   * What is judged, each by itself: paths in the assembly, for example `assembly-Prod` for the stage `Prod`.
   * @default - the whole assembly, the stack of the pipeline included
   */
  readonly paths?: readonly string[];
  /**
   * Where `config`, `policy` and `waivers` stand: best a repository of the central team.
   * @default - none, then none of the three can be given
   */
  readonly source?: pipelines.Step | pipelines.FileSet;
  /**
   * Config of the landing zone, a path in `source`; its registers count, and each input is an estate.
   * @default - none
   */
  readonly config?: string;
  /**
   * The policy below which no option goes, a path in `source`; passed as `LIONROCK_POLICY`.
   * @default - none
   */
  readonly policy?: string;
  /**
   * Registers of waivers that count, paths in `source`.
   * @default - those of the config and the policy
   */
  readonly waivers?: readonly string[];
  /**
   * Id of the jurisdiction whose rules apply.
   * @default - that of the config or the policy, else hk-s17
   */
  readonly profile?: string;
  /**
   * What fails the step: all findings, or those of at least this severity.
   * @default 'all'
   */
  readonly failOn?: 'all' | Severity;
  /**
   * What is written beside the text in the log. `junit` shows as a test report of CodeBuild; all are the primary output
   * of the step.
   * @default ['junit', 'sarif', 'markdown']
   */
  readonly formats?: readonly GateFormat[];
  /**
   * The exact version of Lionrock that judges.
   * @default - the version of this package
   */
  readonly version?: string;
  /**
   * Commands that put `lionrock` on the path, where the public registry is not the source.
   * @default - npm installs `version` without running scripts of packages
   */
  readonly installCommands?: string[];
}

/**
 * A step of CDK Pipelines that judges the cloud assembly before it is deployed: given as `pre` of a stage or a wave, it
 * stops the pipeline unless the verdict is pass (exit status 1 fail, 2 could not decide). Suppressions inside templates
 * do not count (`--inline strict`).
 */
export class LionrockGate extends pipelines.CodeBuildStep {
  /** @throws Error when `version` is not exact, a file is named without `source`, or a step puts nothing out. */
  constructor(id: string, props: LionrockGateProps) {
    const { assembly, source, config, policy, profile, failOn, version, ...others } = props;
    const { paths = ['.'], waivers = [], formats = ['junit', 'sarif', 'markdown'], ...step } = others;
    if (!source && [config, policy, ...waivers].some((file) => file !== undefined)) {
      throw new Error('expected "source", where config, policy and waivers stand, because one of them is named');
    }
    super(id, {
      ...step,
      input: outputOf(assembly),
      ...(source ? { additionalInputs: { [SOURCE]: outputOf(source) } } : {}),
      env: { ...step.env, ...(policy === undefined ? {} : { LIONROCK_POLICY: `${SOURCE}/${policy}` }) },
      installCommands: step.installCommands ?? [installation(version)],
      commands: [
        `mkdir -p ${REPORTS} || exit 2`,
        gateCommand({ paths, config, waivers, profile, failOn, formats }).map(quoted).join(' '),
      ],
      primaryOutputDirectory: REPORTS,
      ...(formats.includes('junit') ? { partialBuildSpec: testReport() } : {}),
    });
  }
}

function outputOf(producer: pipelines.Step | pipelines.FileSet): pipelines.FileSet {
  const output = producer.primaryOutput;
  if (output) return output;
  const step = producer.id;
  throw new Error(
    `expected the step "${step}" to put out files: make the pipeline first, or name its output directory`,
  );
}

/** Exact, so that a rule set does not change under a pipeline; npm's own failure says "could not decide", not "fail". */
function installation(version = toolVersion()): string {
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new Error(`expected an exact version of Lionrock, for example 1.4.0, found "${version}"`);
  }
  return `npm install --global --ignore-scripts --no-audit --no-fund lionrock@${version} || exit 2`;
}

interface Judgement {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly waivers: readonly string[];
  readonly profile: string | undefined;
  readonly failOn: string | undefined;
  readonly formats: readonly GateFormat[];
}

function gateCommand({ paths, config, waivers, profile, failOn, formats }: Judgement): readonly string[] {
  const options = [
    ...formats.map((format) => `--format=${format}=${REPORTS}/${FILES[format]}`),
    ...(profile === undefined ? [] : [`--profile=${profile}`]),
    ...(config === undefined ? [] : [`--config=${SOURCE}/${config}`]),
    ...waivers.map((file) => `--waivers=${SOURCE}/${file}`),
    ...(failOn === undefined ? [] : [`--fail-on=${failOn}`]),
  ];
  return ['lionrock', 'gate', '--inline', 'strict', '--format=text', ...options, '--', ...paths];
}

/** A word of a shell command. */
function quoted(word: string): string {
  return /^[\w./=@:,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function testReport(): codebuild.BuildSpec {
  const junit = { files: [`${REPORTS}/${FILES.junit}`], 'file-format': 'JUNITXML' };
  return codebuild.BuildSpec.fromObject({ reports: { lionrock: junit } });
}
