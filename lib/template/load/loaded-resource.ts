import type { Facts } from '../conditions/facts';
import type { Resource, Template } from '../graph';
import { own, section, type JsonMap } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import { openMap } from '../resolve/open-map';
import { oneOf } from '../possibilities';
import { isMap, OneOf, Unknown, type Value } from '../value';
import { branches, conditionsIn } from '../conditions/branches';
import type { Origin } from './origin';
import type { TemplateNames } from './template-names';

/** The template that a resource stands in. */
export interface Home {
  readonly template: Template;
  readonly names: TemplateNames;
  readonly origin: Origin;
}

/** A resource of a loaded template; everything but its type is resolved on first use. */
export class LoadedResource implements Resource {
  readonly condition: string | undefined;
  readonly metadata: { readonly [key: string]: unknown };
  private resolved: { readonly [key: string]: Value } | undefined;

  constructor(
    private readonly home: Home,
    readonly logicalId: string,
    readonly type: string,
    private readonly body: JsonMap,
    /** What holds wherever the resource exists. */
    readonly facts: Facts,
  ) {
    const condition = own(body, 'Condition');
    this.condition = typeof condition === 'string' ? condition : undefined;
    this.metadata = section(body, 'Metadata');
  }

  get template(): Template {
    return this.home.template;
  }

  get properties(): { readonly [key: string]: Value } {
    this.resolved ??= this.resolveProperties();
    return this.resolved;
  }

  get constructPath(): string | undefined {
    const path = own(this.metadata, 'aws:cdk:path');
    return typeof path === 'string' ? path : this.home.origin.construct?.(this.logicalId)?.path;
  }

  get creationStack(): readonly string[] | undefined {
    return this.home.origin.construct?.(this.logicalId)?.creationStack;
  }

  get acknowledged(): Readonly<Record<string, string>> {
    return this.home.origin.construct?.(this.logicalId)?.acknowledged ?? {};
  }

  get deletionPolicy(): Value | undefined {
    return this.scope.resolve(own(this.body, 'DeletionPolicy'));
  }

  get updateReplacePolicy(): Value | undefined {
    return this.scope.resolve(own(this.body, 'UpdateReplacePolicy'));
  }

  get dependsOn(): readonly string[] {
    const names = own(this.body, 'DependsOn');
    return (Array.isArray(names) ? names : [names]).filter((name) => typeof name === 'string');
  }

  /** One property, not kept. See `Scope.open`. */
  property(name: string, open: boolean): Value | undefined {
    return this.home.names.scope(this.facts, open).resolve(own(own(this.body, 'Properties'), name));
  }

  /** The resource in each way that its conditions can turn out; see `variantsOf`. */
  variants(): readonly LoadedResource[] {
    return this.over(conditionsIn(own(this.body, 'Properties')));
  }

  /** The same where other facts hold, in each way that is left; none where it does not exist. */
  formsUnder(facts: Facts): readonly LoadedResource[] {
    const here = this.condition === undefined ? facts : this.home.names.branches(this.condition, facts).whenTrue;
    return here ? new LoadedResource(this.home, this.logicalId, this.type, this.body, here).variants() : [];
  }

  /** The resource in each way that some conditions can turn out. */
  over(conditions: Iterable<string>): readonly LoadedResource[] {
    const places = branches(conditions, this.scope);
    if (places.length < 2) return [this];
    return places.map((facts) => new LoadedResource(this.home, this.logicalId, this.type, this.body, facts));
  }

  /** Names of the conditions on which it exists, or which decide over its properties. */
  get conditions(): readonly string[] {
    return [...(this.condition === undefined ? [] : [this.condition]), ...conditionsIn(own(this.body, 'Properties'))];
  }

  private get scope(): Scope {
    return this.home.names.scope(this.facts, false);
  }

  /** Properties that a macro makes as a whole are unknown one by one. */
  private resolveProperties(): { readonly [key: string]: Value } {
    const value = this.scope.resolve(own(this.body, 'Properties'));
    if (isMap(value)) return value;
    if (value === undefined || value === null) return {};
    if (value instanceof OneOf) return mergeMaps(value.options);
    return openMap({}, value instanceof Unknown ? value.reason : 'the properties are not a map');
  }
}

/** `Fn::If` over all properties: each property is what one of the branches says. */
function mergeMaps(options: readonly Value[]): { readonly [key: string]: Value } {
  const keys = new Set(options.flatMap((option) => (isMap(option) ? Object.keys(option) : [])));
  const merged = [...keys].map((key) => [
    key,
    oneOf(options.map((option) => (isMap(option) ? option[key] : undefined))) ?? null,
  ]);
  return Object.fromEntries(merged);
}
