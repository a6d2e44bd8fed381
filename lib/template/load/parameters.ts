import { allows, Facts } from '../conditions/facts';
import type { Parameter } from '../graph';
import { oneOf, possibilities } from '../possibilities';
import { asText } from '../scalar';
import { isJsonMap, own, type JsonMap } from '../resolve/json';
import {
  allowedValues,
  defaultOf,
  isListType,
  storedType,
  typed,
  typeOf,
  unboundParameter,
  type StoredParameter,
} from '../resolve/parameter';
import type { Scope } from '../resolve/scope';
import { OneOf, Unknown, type Value } from '../value';

/** Values that decide: given from outside or passed by a parent. Undefined when the deployment chooses. */
export interface Bindings {
  /** True for a nested stack: what the parent does not pass has its default for good. */
  readonly closed: boolean;
  get(name: string, open: boolean): Value | undefined;
}

/** A parameter that may be more texts than these is open: each condition over it would copy them all. */
const MAX_TEXTS = 1000;

/** The parameters of one template. */
export class Parameters {
  constructor(
    private readonly declarations: JsonMap,
    private readonly bindings: () => Bindings,
    private readonly stored: StoredParameter,
  ) {}

  names(): readonly string[] {
    return Object.keys(this.declarations).filter((name) => isJsonMap(this.declarations[name]));
  }

  /** Value of a parameter; undefined when none of that name is declared. */
  value(name: string, scope: Scope): Value | undefined {
    const declaration = own(this.declarations, name);
    if (!isJsonMap(declaration)) return undefined;
    const bound = this.bound(name, declaration, scope.open);
    // Names of stored parameters are no facts: each is looked up.
    if (bound === undefined || (textOptions(bound) && storedType(declaration) === undefined))
      return unboundParameter(name, withoutDefault(declaration, bound), scope, this.stored);
    const narrowed = scope.open ? bound : this.narrowed(name, declaration, bound, scope);
    return typed(narrowed, typeOf(declaration), scope, this.stored);
  }

  /** Whether a declared parameter is one text, which stands in the template or is given to it. */
  isText(name: string): boolean {
    const declaration = own(this.declarations, name);
    return isJsonMap(declaration) && storedType(declaration) === undefined && !isListType(typeOf(declaration));
  }

  /** What the declarations and bindings leave open: allowed values, or the values that several parents pass. */
  facts(): Facts {
    let facts = Facts.none();
    for (const name of this.names()) {
      const declaration = own(this.declarations, name);
      if (!isJsonMap(declaration) || storedType(declaration) !== undefined) continue;
      const bound = this.bound(name, declaration, true);
      const texts = bound === undefined ? allowedValues(declaration) : textOptions(bound);
      if (texts && texts.length <= MAX_TEXTS) facts = facts.withOnly(name, texts) ?? facts;
    }
    return facts;
  }

  describe(name: string, scope: Scope): Parameter {
    const declaration = own(this.declarations, name);
    const map = isJsonMap(declaration) ? declaration : {};
    return {
      name,
      type: typeOf(map),
      noEcho: own(map, 'NoEcho') === true || own(map, 'NoEcho') === 'true',
      default: own(map, 'Default'),
      allowedValues: allowedValues(map),
      value: this.value(name, scope) ?? new Unknown(`parameter ${name} is malformed`),
    };
  }

  /** A value that a parent passes from a parameter of its own may be ruled out where the expression stands. */
  private narrowed(name: string, declaration: JsonMap, bound: Value, scope: Scope): Value {
    const variable = this.bound(name, declaration, true);
    if (!(variable instanceof Unknown) || variable.source === undefined) return bound;
    const domain = scope.facts.domain(variable.source);
    const [only, ...others] = domain.only ?? [];
    if (only !== undefined && others.length === 0) return only;
    const text = asText(bound);
    return text === undefined || allows(domain, text) ? bound : variable;
  }

  private bound(name: string, declaration: JsonMap, open: boolean): Value | undefined {
    const bindings = this.bindings();
    const given = bindings.get(name, open);
    if (!bindings.closed) return given;
    const otherwise = defaultOf(declaration) ?? new Unknown(`the parent passes no value for parameter ${name}`);
    return oneOf(possibilities(given).map((value) => value ?? otherwise));
  }
}

/** The texts, when a binding is one of several texts. */
function textOptions(value: Value): readonly string[] | undefined {
  if (!(value instanceof OneOf)) return undefined;
  const texts = value.options.map(asText).filter((text) => text !== undefined);
  return texts.length === value.options.length ? texts : undefined;
}

/** Where several parents pass different values, the default plays no part. */
function withoutDefault(declaration: JsonMap, bound: Value | undefined): JsonMap {
  if (bound === undefined) return declaration;
  const { Default: _, ...rest } = declaration;
  return rest;
}
