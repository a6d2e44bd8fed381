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
    const { stackSetName, description, organizationalUnitIds, regions } = props;
    const failureTolerancePercentage = props.failureTolerancePercent ?? 10;
    const maxConcurrentPercentage = props.concurrentPercent ?? 20;
    const problem = reachProblem(organizationalUnitIds, regions, failureTolerancePercentage, maxConcurrentPercentage);
    if (problem) throw new Error(`[${scope.node.path}] found ${problem}`);
    new CfnStackSet(this, 'StackSet', {
      stackSetName,
      description,
      permissionModel: 'SERVICE_MANAGED',
      callAs: props.administrator === 'delegated' ? 'DELEGATED_ADMIN' : 'SELF',
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: true },
      capabilities: ['CAPABILITY_NAMED_IAM'],
      managedExecution: { Active: true },
      operationPreferences: {
        failureTolerancePercentage,
        maxConcurrentPercentage,
        regionConcurrencyType: 'SEQUENTIAL',
        regionOrder: [...regions],
      },
      stackInstancesGroup: [
        { deploymentTargets: { organizationalUnitIds: [...organizationalUnitIds] }, regions: [...regions] },
      ],
      templateUrl: this.upload(props.template),
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

function reachProblem(
  units: readonly string[],
  regions: readonly string[],
  tolerance: number,
  concurrent: number,
): string | undefined {
  const wrong = units.filter((unit) => !UNIT.test(unit));
  if (units.length === 0 || wrong.length > 0) {
    return `organizationalUnitIds [${wrong.join(', ')}]: expected ids of units or of the root, such as ou-hk01-security1; name at least one`;
  }
  if (regions.length === 0) return 'no regions: expected at least one; give the home region';
  const shares = { failureTolerancePercent: tolerance, concurrentPercent: concurrent };
  for (const [name, share] of Object.entries(shares)) {
    const least = name === 'concurrentPercent' ? 1 : 0;
    if (!Number.isInteger(share) || share < least || share > 100) {
      return `${name} ${share}: expected a whole number from ${least} to 100; choose one`;
    }
  }
  return undefined;
}
