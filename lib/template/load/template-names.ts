import type { Trilean } from '../../model';
import { Conditions } from '../conditions/conditions';
import type { Branches, Facts } from '../conditions/facts';
import type { Formula } from '../conditions/formula';
import { formulaOf } from '../conditions/formula-of';
import { assertionsIn } from '../conditions/assertions';
import { unroll } from '../expand/for-each';
import type { Parameter } from '../graph';
import type { TemplateOptions } from '../options';
import { isJsonMap, own, section, type JsonMap } from '../resolve/json';
import { pseudoParameter } from '../resolve/pseudo';
import { scopeOf } from '../resolve/resolve';
import type { Names, Scope } from '../resolve/scope';
import { asText } from '../scalar';
import { isList, type Value } from '../value';
import { ALONE, type Links, type Place } from './links';
import { Parameters, type Bindings } from './parameters';

/** Text that the functions of one template make together, in characters; a template of 1 MB makes far less. */
const MAX_TEXT = 64 * 1024 * 1024;

/** What the expressions of one template can name, and what its conditions say. */
export class TemplateNames implements Names, Place {
  private links: Links = ALONE;
  private readonly conditions = new Conditions((name) => this.formula(name));
  private readonly formulas = new Map<string, Formula | undefined>();
  private readonly table: Parameters;
  private readonly given: ReadonlyMap<string, string>;
  private made = 0;
  private initial: Facts | undefined;
  private unrolled: JsonMap | undefined;

  constructor(
    readonly path: string,
    private readonly raw: JsonMap,
    private readonly options: TemplateOptions,
    private readonly hasLoops: boolean,
  ) {
    this.given = new Map(Object.entries(options.parameters ?? {}));
    this.table = new Parameters(
      section(raw, 'Parameters'),
      () => this.bindings(),
      (name) => this.stored(name),
    );
  }

  /** Makes the other templates of a unit visible; forgets what was resolved without them. */
  join(links: Links): void {
    this.links = links;
    this.initial = this.unrolled = undefined;
    this.formulas.clear();
  }

  get region(): string | undefined {
    return this.options.region;
  }

  get account(): string | undefined {
    return this.options.account;
  }

  /** The template with its loops unrolled. */
  get body(): JsonMap {
    this.unrolled ??= this.unroll();
    return this.unrolled;
  }

  /** What holds everywhere in the template. */
  get facts(): Facts {
    this.initial ??= this.asserted(this.table.facts());
    return this.initial;
  }

  scope(facts: Facts, open: boolean): Scope {
    return scopeOf(this, facts, open);
  }

  /** The facts where a resource or output with that `Condition` exists; undefined when it never does. */
  whereHolds(condition: unknown): Facts | undefined {
    return typeof condition === 'string' ? this.branches(condition, this.facts).whenTrue : this.facts;
  }

  parameters(): readonly Parameter[] {
    const scope = this.scope(this.facts, false);
    return this.table.names().map((name) => this.table.describe(name, scope));
  }

  parameter(name: string, scope: Scope): Value | undefined {
    return this.table.value(name, scope);
  }

  pseudo(name: string): Value | undefined {
    return pseudoParameter(name, this.options);
  }

  mapping(name: string): unknown {
    return own(section(this.raw, 'Mappings'), name);
  }

  resourceType(logicalId: string): string | undefined {
    const type = own(own(section(this.body, 'Resources'), logicalId), 'Type');
    return typeof type === 'string' ? type : undefined;
  }

  identifier(logicalId: string): Value | undefined {
    return this.options.deployed?.(this.path, logicalId, undefined);
  }

  attribute(logicalId: string, attribute: string): Value | undefined {
    const elsewhere = this.links.attribute(logicalId, attribute, this);
    return elsewhere ?? this.options.deployed?.(this.path, logicalId, attribute);
  }

  exported(name: string): Value {
    return this.links.exported(name, this);
  }

  stackOutput(stack: string, output: string, region: Value | undefined): Value {
    return this.links.stackOutput(stack, output, region, this);
  }

  stored(name: string): Value | undefined {
    return this.links.stored(name, this);
  }

  affords(characters: number): boolean {
    this.made += characters;
    return this.made <= MAX_TEXT;
  }

  truth(condition: string, facts: Facts): Trilean {
    return this.conditions.truth(condition, facts);
  }

  branches(condition: string, facts: Facts): Branches {
    return this.conditions.branches(condition, facts);
  }

  /** CloudFormation deploys nothing with parameters that `Rules` refuse. Rules that refuse all of them say nothing. */
  private asserted(facts: Facts): Facts {
    let current = facts;
    const isText = (name: string) => this.table.isText(name);
    for (const assertion of assertionsIn(section(this.raw, 'Rules'), scopeOf(this, facts, true), isText)) {
      current = this.conditions.assuming(assertion, true, current) ?? current;
    }
    return current;
  }

  private unroll(): JsonMap {
    if (!this.hasLoops) return this.raw;
    // Collections are resolved against the template as it stands.
    this.unrolled = this.raw;
    const scope = this.scope(this.facts, false);
    const unrolled = unroll(this.raw, (collection) => {
      const items = scope.resolve(collection);
      const texts = isList(items) ? items.map(asText) : [undefined];
      return texts.includes(undefined) ? undefined : texts.filter((text) => text !== undefined);
    });
    return isJsonMap(unrolled) ? unrolled : this.raw;
  }

  private bindings(): Bindings {
    const passed = this.links.passed(this);
    const given = this.given;
    if (passed) return { closed: true, get: (name, open) => passed.get(name, open) };
    return { closed: false, get: (name) => given.get(name) };
  }

  private formula(name: string): Formula | undefined {
    if (!this.formulas.has(name)) {
      // A condition that leads back to itself is like one that does not exist.
      this.formulas.set(name, undefined);
      const expression = own(section(this.body, 'Conditions'), name);
      const scope = this.scope(this.facts, true);
      this.formulas.set(name, expression === undefined ? undefined : formulaOf(expression, scope));
    }
    return this.formulas.get(name);
  }
}
