import type { RunError, SourceLocation } from '../../model';
import type { Parameter, Resource, Template } from '../graph';
import type { TemplateOptions } from '../options';
import { loopPlaces, placeOfCopy, type LoopPlace } from '../expand/loop-place';
import { isJsonMap, own, section, type JsonMap } from '../resolve/json';
import type { Value } from '../value';
import { claimsOf, type ClaimsResult } from './claims';
import { formErrors } from './form-errors';
import type { Links } from './links';
import { LoadedOutput } from './loaded-output';
import { LoadedResource } from './loaded-resource';
import { nestingsOf, type Nesting } from './nesting';
import type { Origin } from './origin';
import { withGlobals } from './sam-globals';
import { TemplateNames } from './template-names';

/** A template whose sections are resolved on first use. */
export class LoadedTemplate implements Template {
  readonly names: TemplateNames;
  private found: ReadonlyMap<string, LoadedResource> | undefined;
  private listed: readonly LoadedResource[] | undefined;
  private foundOutputs: readonly LoadedOutput[] | undefined;
  private foundNestings: readonly Nesting[] | undefined;
  private foundClaims: ClaimsResult | undefined;
  private foundLoops: readonly LoopPlace[] | undefined;

  constructor(
    readonly path: string,
    readonly source: JsonMap,
    private readonly options: TemplateOptions,
    private readonly origin: Origin,
  ) {
    this.names = new TemplateNames(path, source, options, origin.hasLoops);
  }

  /** Makes the other templates of a unit visible; forgets what was resolved without them. */
  join(links: Links): void {
    this.names.join(links);
    this.found = this.listed = this.foundOutputs = undefined;
  }

  get resources(): readonly LoadedResource[] {
    this.listed ??= [...this.byId.values()];
    return this.listed;
  }

  resource(logicalId: string): LoadedResource | undefined {
    return this.byId.get(logicalId);
  }

  ofType(type: string): readonly LoadedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  get parameters(): readonly Parameter[] {
    return this.names.parameters();
  }

  get outputs(): readonly LoadedOutput[] {
    this.foundOutputs ??= Object.entries(section(this.names.body, 'Outputs')).flatMap(([name, body]) => {
      const facts = this.names.whereHolds(own(body, 'Condition'));
      return facts && isJsonMap(body) ? [new LoadedOutput(name, body, this.names.scope(facts, false))] : [];
    });
    return this.foundOutputs;
  }

  get unrolled(): JsonMap {
    return this.names.body;
  }

  globalsFor(resource: Resource): Value | undefined {
    const facts = resource instanceof LoadedResource ? resource.facts : this.names.facts;
    return this.names.scope(facts, false).resolve(section(this.source, 'Globals'));
  }

  get metadata(): JsonMap {
    return section(this.source, 'Metadata');
  }

  get transforms(): readonly string[] {
    const value = own(this.source, 'Transform');
    return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      const name = isJsonMap(item) ? own(item, 'Name') : item;
      return typeof name === 'string' ? [name] : [];
    });
  }

  get claims(): ClaimsResult['claims'] {
    return this.claimsResult.claims;
  }

  get region(): string | undefined {
    return this.options.region;
  }

  get account(): string | undefined {
    return this.options.account;
  }

  get stackName(): string | undefined {
    return this.options.stackName;
  }

  get terminationProtection(): boolean | undefined {
    return this.options.terminationProtection;
  }

  get isBeside(): boolean {
    return this.origin.isBeside ?? false;
  }

  get errors(): readonly RunError[] {
    return [...this.claimsResult.errors, ...formErrors(this.path, this.names.body, (id) => this.locate(id))];
  }

  locate(logicalId: string, path?: string): SourceLocation | undefined {
    return this.origin.locate?.(logicalId, path) ?? this.locateInLoop(logicalId, path);
  }

  /** What a loop makes stands where the loop says it. */
  private locateInLoop(logicalId: string, path: string | undefined): SourceLocation | undefined {
    if (!this.origin.hasLoops || !this.origin.locate) return undefined;
    this.foundLoops ??= loopPlaces(this.source);
    const place = placeOfCopy(logicalId, this.foundLoops);
    return place && this.origin.locate('', [...place, ...(path === undefined ? [] : [path])].join('.'));
  }

  /** The nested stacks and stack sets whose templates stand beside this one, or in it. */
  get nestings(): readonly Nesting[] {
    this.foundNestings ??= nestingsOf(this.path, this.source, this.origin.assets ?? new Map());
    return this.foundNestings;
  }

  private get byId(): ReadonlyMap<string, LoadedResource> {
    this.found ??= new Map(
      Object.entries(section(this.names.body, 'Resources')).flatMap(([id, body]) => this.loadResource(id, body)),
    );
    return this.found;
  }

  private get claimsResult(): ClaimsResult {
    this.foundClaims ??= claimsOf(this.path, this.metadata);
    return this.foundClaims;
  }

  private loadResource(logicalId: string, body: unknown): readonly (readonly [string, LoadedResource])[] {
    const type = own(body, 'Type');
    if (!isJsonMap(body) || typeof type !== 'string') return [];
    const facts = this.names.whereHolds(own(body, 'Condition'));
    const home = { template: this, names: this.names, origin: this.origin };
    const whole = withGlobals(type, body, this.source);
    return facts ? [[logicalId, new LoadedResource(home, logicalId, type, whole, facts)]] : [];
  }
}
