import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws_s3_assets as assets, CfnStackSet } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Whom a service-managed stack set serves, and how. */
export interface StackSetReach {
  /** Name of the stack set. */
  readonly stackSetName: string;
  /** Ids of the organisational units (`ou-…`) whose accounts get it, those below them too; or of the root (`r-…`). */
  readonly organizationalUnitIds: readonly string[];
  /**
   * Units that are served after those, wave after wave: each wave is a stack set of its own (`NAME-2`, `NAME-3`, …), which
   * is made and changed only once the one before it has come to its end. No unit may lie in two waves, nor below one of
   * another.
   * @default - all units are served at once
   */
  readonly laterWaves?: readonly (readonly string[])[];
  /**
   * Whose stack set it is: of the management account, or of the account to which stack sets are delegated.
   * @default 'management'
   */
  readonly administrator?: 'management' | 'delegated';
  /**
   * Share of the accounts of a region that may fail before the operation stops there, in percent.
   * @default 10
   */
  readonly failureTolerancePercent?: number;
  /**
   * Share of the accounts that are served at the same time, in percent.
   * @default 20
   */
  readonly concurrentPercent?: number;
  /**
   * Tags of the stacks, which CloudFormation puts on their resources.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Properties of {@link ManagedStackSet}. */
export interface ManagedStackSetProps extends StackSetReach {
  /** What the stacks are for. */
  readonly description: string;
  /** Text of the template. */
  readonly template: string;
  /** Regions in which each account gets it, in the order in which they are served. */
  readonly regions: readonly string[];
}

const UNIT = /^(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$/;

/**
 * A service-managed stack set that brings a text to every account of organisational units: accounts that join a unit get
 * it by themselves, and keep it when they leave. Needs trusted access of stack sets in the organisation.
 */
export class ManagedStackSet extends Construct {
  /** @throws Error when no unit or region is given, an id is malformed, or a share is out of range. */
  constructor(scope: Construct, id: string, props: ManagedStackSetProps) {
    super(scope, id);
    const { organizationalUnitIds, laterWaves = [] } = props;
    const waves = [organizationalUnitIds, ...laterWaves];
    const problem = reachProblem(waves, props);
    if (problem) throw new Error(`[${scope.node.path}] found ${problem}`);
    const templateUrl = this.upload(props.template);
    let before: CfnStackSet | undefined;
    for (const [index, units] of waves.entries()) {
      const set = this.stackSet(index + 1, units, templateUrl, props);
      if (before) set.addResourceDependency(before);
      before = set;
    }
  }

  private stackSet(
    wave: number,
    units: readonly string[],
    templateUrl: string,
    { stackSetName, description, regions, ...props }: ManagedStackSetProps,
  ): CfnStackSet {
    return new CfnStackSet(this, wave === 1 ? 'StackSet' : `StackSet${wave}`, {
      stackSetName: wave === 1 ? stackSetName : `${stackSetName}-${wave}`,
      description,
      permissionModel: 'SERVICE_MANAGED',
      callAs: props.administrator === 'delegated' ? 'DELEGATED_ADMIN' : 'SELF',
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: true },
      capabilities: ['CAPABILITY_NAMED_IAM'],
      managedExecution: { Active: true },
      operationPreferences: {
        failureTolerancePercentage: sharesOf(props).failureTolerancePercent,
        maxConcurrentPercentage: sharesOf(props).concurrentPercent,
        regionConcurrencyType: 'SEQUENTIAL',
        regionOrder: [...regions],
      },
      stackInstancesGroup: [{ deploymentTargets: { organizationalUnitIds: [...units] }, regions: [...regions] }],
      templateUrl,
      tags: Object.entries(props.tags ?? {}).map(([key, value]) => ({ key, value })),
    });
  }

  /** Stack sets read the template once, in the administrator's account, from the bucket of its CDK bootstrap. */
  private upload(template: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'lionrock-stack-set-'));
    try {
      const path = join(folder, 'stack-set.template.json');
      writeFileSync(path, template);
      return new assets.Asset(this, 'Template', { path }).httpUrl;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function sharesOf({ failureTolerancePercent = 10, concurrentPercent = 20 }: Partial<StackSetReach>) {
  return { failureTolerancePercent, concurrentPercent };
}

function reachProblem(waves: readonly (readonly string[])[], props: ManagedStackSetProps): string | undefined {
  const units = waves.flat();
  const wrong = units.filter((unit) => !UNIT.test(unit));
  if (waves.some((wave) => wave.length === 0) || wrong.length > 0) {
    return `organizationalUnitIds [${wrong.join(', ')}]: expected ids of units or of the root, such as ou-hk01-security1; name at least one`;
  }
  const twice = units.find((unit, index) => units.indexOf(unit) < index);
  if (twice !== undefined) return `${twice} twice: expected each unit in one wave; name it once`;
  if (props.regions.length === 0) return 'no regions: expected at least one; give the home region';
  for (const [name, share] of Object.entries(sharesOf(props))) {
    const least = name === 'concurrentPercent' ? 1 : 0;
    if (!Number.isInteger(share) || share < least || share > 100) {
      return `${name} ${share}: expected a whole number from ${least} to 100; choose one`;
    }
  }
  return undefined;
}
