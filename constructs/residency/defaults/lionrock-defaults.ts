import { AspectPriority, Aspects, PropertyInjectors, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Profile } from '../../../lib/profiles';
import { ResidencyBoundary } from '../residency-boundary';
import { contradictionProblems } from './contradiction-problems';
import { injectors } from './injectors';
import type { LionrockDefaultsOptions } from './options';
import { DefaultsAspect } from './raw/defaults-aspect';
import { StackDefaults } from './stack-defaults';

/**
 * Makes plain CDK code safe by default: what is made below a scope after the call comes out encrypted with a customer key,
 * private, logged and regional, without a change to the code that makes it. L2 constructs get their props filled in by
 * property injectors, L1 constructs and raw resources their properties by mixins when the app is synthesized. What code
 * says stays as it says; where that contradicts the defaults, synthesis fails with the construct's path, what was found and
 * expected, and the remedy. A {@link ResidencyBoundary} keeps the rest inside the regions of the profile. Evidence for
 * KEY-02, LOG-03 and RES-01 to RES-12.
 */
export class LionrockDefaults {
  /**
   * Call it before anything is made below the scope: an app, a stage, or a stack.
   * @throws Error when the profile does not know the classification.
   */
  static of(scope: IConstruct, profile: Profile, options: LionrockDefaultsOptions = {}): LionrockDefaults {
    return new LionrockDefaults(scope, new StackDefaults(profile, options), options);
  }

  private readonly reached = new Set<IConstruct>();

  private constructor(
    private readonly scope: IConstruct,
    private readonly stack: StackDefaults,
    private readonly options: LionrockDefaultsOptions,
  ) {
    const onUse = (user: IConstruct): void => {
      for (const stage of user.node.scopes) if (Stage.isStage(stage) && isBelow(stage, scope)) this.reach(stage);
    };
    PropertyInjectors.of(scope).add(...injectors(stack, onUse));
    this.reach(scope);
  }

  /** What the code below says against the defaults now, a sentence each; synthesis fails with them. */
  problems(): readonly string[] {
    return [...this.unreached(), ...contradictionProblems(this.scope, this.stack)];
  }

  /** CDK takes aspects, validations and tags into no nested stage: each needs its own. */
  private reach(scope: IConstruct): void {
    if (this.reached.has(scope)) return;
    this.reached.add(scope);
    const { profile, classification } = this.stack;
    const { deploymentModel = 'public', personalData = false } = this.options;
    Aspects.of(scope).add(new DefaultsAspect(this.stack), { priority: AspectPriority.MUTATING });
    ResidencyBoundary.of(scope, { profile, deploymentModel, classification, personalData });
    const validate = (): string[] =>
      scope === this.scope ? [...this.problems()] : contradictionProblems(scope, this.stack);
    scope.node.addValidation({ validate });
  }

  /** A stage of L1 constructs alone calls no injector, by which it would have been noticed. */
  private unreached(): string[] {
    return this.scope.node
      .findAll()
      .filter((node) => Stage.isStage(node) && !this.reached.has(node))
      .map(
        (stage) =>
          `${stage.node.path}: found a stage of L1 constructs alone, expected one that the defaults know; call LionrockDefaults.of for the stage`,
      );
  }
}

function isBelow(stage: IConstruct, scope: IConstruct): boolean {
  return stage !== scope && stage.node.scopes.includes(scope);
}
