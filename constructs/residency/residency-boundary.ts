import { Annotations, Stack, Tags, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { EGRESS_TYPES, egressProblems, type Jurisdiction } from './egress-problems';
import { holdingProblems, type Holdings, unstatedFacts } from './holding-problems';
import { property } from './property';
import { OWN_REGION } from './region-text';
import { resourcesOf, type TemplateResource } from './template-of';

/** Tags by which data stores, stacks and accounts tell what they hold. */
export const CLASSIFICATION_TAG = 'lionrock:classification';
export const PERSONAL_DATA_TAG = 'lionrock:personal-data';
export const DEPLOYMENT_MODEL_TAG = 'lionrock:deployment-model';

interface ResolvedStack {
  readonly stack: Stack;
  readonly resources: readonly TemplateResource[];
}

/** Properties of {@link ResidencyBoundary}. */
export interface ResidencyBoundaryProps extends Holdings {
  /**
   * Names of buckets outside the app that stand in an allowed region: their names do not tell, so replication to any
   * other bucket that the app does not make is refused.
   * @default - none
   */
  readonly knownBuckets?: readonly string[];
}

/**
 * Keeps everything below a scope inside its jurisdiction: at synthesis it refuses information above the ceiling of the
 * deployment model, stacks outside the profile's regions, resource types that a region does not have, and settings by
 * which data, keys or traffic would leave (replication, copies, multi-region keys, edge services, peering). It reads the
 * templates as they will be deployed, so that raw resources and property overrides are seen; what cannot be resolved is
 * refused with that reason. Evidence for GOV-01, GOV-02, GOV-03 and RES-01 to RES-12.
 */
export class ResidencyBoundary {
  private constructor(
    private readonly scope: IConstruct,
    private readonly props: ResidencyBoundaryProps,
  ) {}

  /**
   * Draws the boundary around a stage, a stack or any construct, and tags what is below it with its classification, with
   * whether it holds personal data, and with the deployment model. CDK passes tags into no nested stage: draw a boundary
   * for each.
   *
   * @throws Error when the profile does not know the classification.
   */
  static of(scope: IConstruct, props: ResidencyBoundaryProps): ResidencyBoundary {
    const boundary = new ResidencyBoundary(scope, props);
    try {
      holdingProblems(props);
    } catch (error) {
      throw new Error(`[${scope.node.path}] ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    for (const fact of unstatedFacts(props)) {
      Annotations.of(scope).addWarningV2(
        'lionrock:residency-not-stated',
        `profile ${props.profile.id} does not state ${fact}: it was not checked; state it in a profile of your own`,
      );
    }
    scope.node.addValidation({ validate: () => [...boundary.problems()] });
    Tags.of(scope).add(CLASSIFICATION_TAG, props.classification);
    Tags.of(scope).add(PERSONAL_DATA_TAG, String(props.personalData));
    Tags.of(scope).add(DEPLOYMENT_MODEL_TAG, props.deploymentModel);
    return boundary;
  }

  /** Everything that crosses the boundary now, a sentence each; synthesis fails with them. */
  problems(): readonly string[] {
    const stacks = stacksOf(this.scope).map((stack) => ({ stack, resources: resourcesOf(stack, EGRESS_TYPES) }));
    const jurisdiction = this.jurisdiction(stacks);
    return [...holdingProblems(this.props), ...stacks.flatMap((stack) => this.stackProblems(stack, jurisdiction))];
  }

  private stackProblems({ stack, resources }: ResolvedStack, jurisdiction: Jurisdiction): string[] {
    const { regions, id } = this.props.profile;
    const fixed = !Token.isUnresolved(stack.region);
    if (!fixed) this.warnOfOpenRegion(stack);
    const outside =
      fixed && !regions.includes(stack.region)
        ? [
            `${stack.node.path} is deployed to ${stack.region}: expected one of ${regions.join(', ')} (profile ${id}, control RES-01); move the stack`,
          ]
        : [];
    const ids = new Set(resources.map((resource) => resource.logicalId));
    const place = { region: fixed ? stack.region : OWN_REGION, isResource: (name: string) => ids.has(name) };
    return [
      ...outside,
      ...resources
        .filter((resource) => this.isBelow(resource))
        .flatMap((resource) => [
          ...this.absent(resource, stack.region),
          ...egressProblems(resource, place, jurisdiction),
        ]),
    ];
  }

  private absent(resource: TemplateResource, region: string): string[] {
    if (!this.props.profile.absentTypes[region]?.has(resource.type)) return [];
    return [
      `${resource.path}: ${resource.type} is not published in ${region} (control RES-01); replace it by a type that the region has`,
    ];
  }

  /** Names of buckets that the app itself makes in allowed regions, and those that are known. */
  private jurisdiction(stacks: readonly ResolvedStack[]): Jurisdiction {
    const { profile, knownBuckets = [] } = this.props;
    const inside = stacks.filter(({ stack }) => profile.regions.includes(stack.region));
    const made = inside.flatMap(({ resources }) =>
      resources
        .filter((resource) => resource.type === 'AWS::S3::Bucket')
        .map((resource) => property(resource.properties, 'BucketName'))
        .filter((name) => typeof name === 'string'),
    );
    return { profile: profile.id, regions: profile.regions, buckets: new Set([...knownBuckets, ...made]) };
  }

  private isBelow(resource: TemplateResource): boolean {
    if (Stack.isStack(this.scope)) return true;
    const { path } = this.scope.node;
    return path === '' || resource.path === path || resource.path.startsWith(`${path}/`);
  }

  private warnOfOpenRegion(stack: Stack): void {
    Annotations.of(stack).addWarningV2(
      'lionrock:residency-open-region',
      `the region is not fixed, so that nobody can tell whether profile ${this.props.profile.id} allows it: set env.region`,
    );
  }
}

/** The stacks below a scope, nested ones too; for a construct inside a stack, that stack. */
function stacksOf(scope: IConstruct): Stack[] {
  const below = scope.node.findAll().filter((node): node is Stack => Stack.isStack(node));
  return below.length > 0 ? below : scope.node.scopes.filter((node): node is Stack => Stack.isStack(node)).slice(-1);
}
