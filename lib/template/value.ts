/**
 * What a property resolves to. Plain JSON stays plain JSON; what CloudFormation decides later is one of the classes
 * below. Values are never guessed: what cannot be known is `Unknown` with its reason.
 *
 * How to read a value: `possibilities(value)` lists what it may be (one entry unless it is `OneOf`), `undefined` standing
 * for "not set". Text that is known in part (`arn:${AWS::Partition}:s3:::${Bucket}/*`) is `Partial`; read it with
 * `textStartsWith`, `textEndsWith`, `textIncludes` or `arnOf`. `asBoolean` and `asNumber` accept the strings that
 * CloudFormation accepts ("true", "443").
 *
 * `null` means "not set": CloudFormation refuses a null that is written in a template, and as an option of `OneOf`, or of
 * an item of a list, it is the branch that ends in `AWS::NoValue`.
 */
export type Value =
  null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value } | Reference | OneOf | Unknown;

/** What stands in place of plain JSON. */
abstract class Symbolic {
  get isPlain(): false {
    return false;
  }
}

/** `Ref`, `Fn::GetAtt` or an import of a resource: known to be set, its value is made at deployment. */
export class Reference extends Symbolic {
  constructor(
    /** Logical id of the resource, in `template`. */
    readonly logicalId: string,
    /** Attribute of `Fn::GetAtt`; undefined for `Ref`. */
    readonly attribute: string | undefined,
    /** Path of the template that holds the resource. */
    readonly template: string,
  ) {
    super();
  }
}

/** Several possible values: branches of `Fn::If`, a parameter's allowed values. Never nested, never empty. */
export class OneOf extends Symbolic {
  constructor(
    /** `null` is the option that the property is not set. */
    readonly options: readonly Value[],
  ) {
    super();
  }
}

/** Cannot be resolved from the templates alone. */
export class Unknown extends Symbolic {
  constructor(
    /** Why, in words for a person: `parameter VpcCidr has no default`. */
    readonly reason: string,
    /**
     * Name of the parameter or pseudo parameter that it stands for (`VpcCidr`, `AWS::AccountId`), where it is one:
     * two unknowns of one template with the same source are equal at deployment.
     */
    readonly source?: string,
  ) {
    super();
  }
}

/**
 * What a name stands for that leads out of these templates: a reference to a resource that is not there, an import that
 * nobody exports here. Known to be set, to what is not known.
 */
export class Elsewhere extends Unknown {}

/** A piece of text: known, or made at deployment. */
export type Part = string | Reference | Unknown;

/** Text of which some parts are known: what `Fn::Sub` or `Fn::Join` make of unresolved values. */
export class Partial extends Unknown {
  constructor(
    reason: string,
    /** At least one is not a string; two strings never stand side by side. */
    readonly parts: readonly Part[],
  ) {
    super(reason);
  }
}

/** `{{resolve:secretsmanager:…}}`: CloudFormation reads the value from a store at deployment. */
export class DynamicReference extends Unknown {
  constructor(
    /** `ssm`, `ssm-secure` or `secretsmanager`. */
    readonly service: string,
    /** What follows the service: name or ARN, and version. */
    readonly key: readonly Part[],
  ) {
    super(`a dynamic reference to ${service} is read at deployment`);
  }
}

export function isMap(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Symbolic);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
