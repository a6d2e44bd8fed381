import type { SourceLocation } from '../../model';

/** The CDK construct behind a resource. */
export interface Construct {
  /** Without a leading slash: `Stack/Bucket/Resource`. */
  readonly path: string;
  readonly creationStack: readonly string[] | undefined;
  /** Reasons by id of the rule, as `Validations.of(scope).acknowledge` recorded them here or above. */
  readonly acknowledged: Readonly<Record<string, string>>;
}

/** Where a template comes from, beside its body. */
export interface Origin {
  /** Whether the body holds `Fn::ForEach`. */
  readonly hasLoops: boolean;
  /** Finds positions in the source text; absent for a template that was never text. */
  readonly locate?: (logicalId: string, path?: string) => SourceLocation | undefined;
  /** Finds the construct behind a logical id, for a template of an assembly. */
  readonly construct?: (logicalId: string) => Construct | undefined;
  /** Whether the template only says what stands elsewhere, and is not judged. @default false */
  readonly isBeside?: boolean;
  /** Paths of files that the assembly uploads, by the name they get there. */
  readonly assets?: ReadonlyMap<string, string>;
}
