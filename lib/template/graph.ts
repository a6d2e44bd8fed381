import type { Claims, RunError, SourceLocation, Trilean } from '../model';
import type { Reference, Value } from './value';

/** One resource of a template, with its properties resolved. */
export interface Resource {
  readonly template: Template;
  readonly logicalId: string;
  readonly type: string;
  /** Resolved `Properties`; an empty map when the template has none. Resolved on first use, then kept. */
  readonly properties: { readonly [key: string]: Value };
  readonly metadata: { readonly [key: string]: unknown };
  readonly constructPath: string | undefined;
  readonly deletionPolicy: Value | undefined;
  readonly updateReplacePolicy: Value | undefined;
  /** Name of the resource's `Condition`. */
  readonly condition: string | undefined;
  /** Frames of the CDK code that made it, innermost first, where the assembly has them. */
  readonly creationStack: readonly string[] | undefined;
  /** Reasons by id of the rule, as CDK code acknowledged them on the construct or above it, where the assembly has them. */
  readonly acknowledged: Readonly<Record<string, string>>;
  /** Logical ids under `DependsOn`. */
  readonly dependsOn: readonly string[];
}

/** A declared parameter. */
export interface Parameter {
  readonly name: string;
  /** As declared; `String` when the declaration lacks it. */
  readonly type: string;
  readonly noEcho: boolean;
  /** As declared. */
  readonly default: unknown;
  /** As declared, as text. */
  readonly allowedValues: readonly string[] | undefined;
  /** What `Ref` of it resolves to. */
  readonly value: Value;
}

/** A declared output. */
export interface Output {
  readonly name: string;
  readonly value: Value;
  /** Resolved `Export.Name`. */
  readonly exportName: Value | undefined;
  readonly condition: string | undefined;
}

export interface Template {
  /** As given or found, relative to the working directory where possible. */
  readonly path: string;
  /** Resources that some deployment makes: one whose condition is never met is left out. */
  readonly resources: readonly Resource[];
  resource(logicalId: string): Resource | undefined;
  readonly parameters: readonly Parameter[];
  readonly outputs: readonly Output[];
  /** The whole template as parsed, nothing resolved. */
  readonly source: { readonly [key: string]: unknown };
  /** The same, with its `Fn::ForEach` loops unrolled where they can be. */
  readonly unrolled: { readonly [key: string]: unknown };
  /**
   * `Globals` of the Serverless Application Model, resolved as they turn out where a resource exists; unknown if a macro
   * brings them. Properties of resources have them already; what the model makes by itself, such as the API of an event,
   * takes its own from here.
   */
  globalsFor(resource: Resource): Value | undefined;
  /** Raw `Metadata` of the template. */
  readonly metadata: { readonly [key: string]: unknown };
  /** Names under `Transform`: a macro other than AWS's own may change everything at deployment. */
  readonly transforms: readonly string[];
  /** `Metadata.Lionrock`, when present and valid. */
  readonly claims: Claims | undefined;
  /** Region and account that the template is deployed to, when the assembly says. */
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** Name of the stack, when the assembly says. */
  readonly stackName: string | undefined;
  /** Whether the stack is protected against its deletion, when the assembly says. */
  readonly terminationProtection: boolean | undefined;
  /** Whether it only says what stands elsewhere: the others see it, and it is not judged. */
  readonly isBeside: boolean;
  /** What is wrong with the template's own form; `readUnit` repeats it in `Unit.errors`. */
  readonly errors: readonly RunError[];
  /**
   * Position of a dotted property path (`Properties.BucketEncryption`) of a resource, parameter or output, or of its
   * nearest parent; an empty logical id stands for the template itself (`Metadata.Lionrock`).
   */
  locate(logicalId: string, path?: string): SourceLocation | undefined;
}

/** The templates of one unit, which see each other. */
export interface Graph {
  readonly templates: readonly Template[];
  /** All resources of one type over all templates. */
  ofType(type: string): readonly Resource[];
  /** The template that a nested stack or a stack set deploys, where it was read. */
  deployedBy(resource: Resource): Template | undefined;
  /** The nested stacks and stack sets that deploy a template, as far as they are ever made. */
  deployers(template: Template): readonly Resource[];
  /** Whether no nested stack or stack set names a template, not even one that is never made. */
  standsAlone(template: Template): boolean;
  /** The resource that a reference points to, wherever it stands. */
  follow(reference: Reference): Resource | undefined;
  /**
   * Whether `companion` exists in every deployment that makes `resource`: false when it exists in none of them, unknown
   * when that depends on a condition that is open: its own, or that of the nested stack which brings it. Unknown too for
   * what a stack set brings to other accounts and regions, seen from outside of it.
   */
  accompanies(resource: Resource, companion: Resource): Trilean;
  /**
   * `companion` in each way that conditions can turn out in the deployments that make `resource`: see `variantsOf`. None
   * where it never exists together with it.
   */
  formsWith(resource: Resource, companion: Resource): readonly Resource[];
}
