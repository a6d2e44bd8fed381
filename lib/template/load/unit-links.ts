import { parseArn } from '../../model';
import { oneOf } from '../possibilities';
import { asText } from '../scalar';
import { Elsewhere, isMap, Unknown, type Value } from '../value';
import type { Links, Passed, Place } from './links';
import type { LoadedOutput } from './loaded-output';
import type { LoadedResource } from './loaded-resource';
import type { LoadedTemplate } from './loaded-template';
import { Nest } from './nest';
import { transplant } from './transplant';

/** Longest chain of values that lead from template to template. */
const MAX_HOPS = 100;

interface Found<T> {
  readonly template: LoadedTemplate;
  readonly item: T;
}

/** Leads values from template to template; an endless chain ends as unknown. */
export class UnitLinks implements Links {
  private readonly byPath: ReadonlyMap<string, LoadedTemplate>;
  private readonly following = new Set<string>();
  private exports: ReadonlyMap<string, readonly Found<LoadedOutput>[]> | undefined;
  private stores: ReadonlyMap<string, readonly Found<LoadedResource>[]> | undefined;
  private stacks: ReadonlyMap<string, readonly Found<string | undefined>[]> | undefined;
  private writers: readonly LoadedResource[] | undefined;
  private known: Nest | undefined;

  constructor(private readonly templates: readonly LoadedTemplate[]) {
    this.byPath = new Map(templates.map((template) => [template.path, template]));
  }

  /** Which template is nested in which. Asked for once all templates are joined. */
  get nest(): Nest {
    this.known ??= new Nest(this.byPath);
    return this.known;
  }

  exported(name: string, from: Place): Value {
    return this.follow(`export ${name}`, () => {
      this.exports ??= this.indexExports();
      const found = near(this.exports.get(name) ?? [], from);
      const values = found.map(({ template, item }) => transplant(item.value, template.path, true));
      return oneOf(values) ?? new Elsewhere(`no template here exports ${name}`);
    });
  }

  stackOutput(stack: string, output: string, region: Value | undefined, from: Place): Value {
    return this.follow(`output ${stack}.${output}`, () => {
      const place = { region: region === undefined ? from.region : asText(region), account: from.account };
      this.stacks ??= index(
        this.templates.map((template) => ({ template, item: template.stackName })),
        (name) => name,
      );
      const values = near(this.stacks.get(stack) ?? [], place).map(({ template }) => outputValue(template, output));
      const missing = new Elsewhere(`output ${output} of stack ${stack} is not in these templates`);
      return oneOf(values.filter((value) => value !== undefined)) ?? missing;
    });
  }

  stored(name: string, from: Place): Value | undefined {
    return this.follow(`stored ${name}`, () => {
      this.stores ??= this.indexStores();
      const arn = parseArn(name);
      const path = arn ? arn.resource.replace(/^parameter(?=\/)/, '') : name;
      const place = arn ? { region: arn.region, account: arn.account } : from;
      const exact = arn
        ? [...(this.stores.get(path) ?? []), ...(this.stores.get(path.slice(1)) ?? [])]
        : (this.stores.get(path) ?? []);
      const found = near(exact, place).map(({ template, item }) =>
        transplant(item.properties['Value'] ?? null, template.path, arn === undefined),
      );
      return oneOf(found);
    });
  }

  attribute(logicalId: string, attribute: string, from: Place): Value | undefined {
    const resource = this.byPath.get(from.path)?.resource(logicalId);
    if (resource === undefined) return undefined;
    if (resource.type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) {
      return this.nestedOutput(resource, attribute.slice('Outputs.'.length));
    }
    return resource.type === 'Custom::CrossRegionExportReader' ? this.crossRegion(attribute) : undefined;
  }

  passed(to: Place): Passed | undefined {
    const template = this.byPath.get(to.path);
    return template && this.nest.passed(template);
  }

  private nestedOutput(resource: LoadedResource, name: string): Value | undefined {
    const child = this.nest.child(resource);
    if (!child) return undefined;
    return this.follow(`nested ${child.path} ${name}`, () => {
      const output = child.outputs.find((item) => item.name === name);
      return output ? transplant(output.value, child.path, true) : new Unknown(`${child.path} has no output ${name}`);
    });
  }

  /** The CDK hands values to another region through custom resources: a writer there, a reader here. */
  private crossRegion(attribute: string): Value | undefined {
    return this.follow(`cross-region ${attribute}`, () => {
      this.writers ??= this.templates.flatMap((template) => template.ofType('Custom::CrossRegionExportWriter'));
      const values = this.writers.map((writer) => {
        const value = entry(entry(writer.properties['WriterProps'], 'exports'), attribute);
        return value === undefined ? undefined : transplant(value, writer.template.path, false);
      });
      return oneOf(values.filter((value) => value !== undefined)) ?? new Unknown(`no stack here writes ${attribute}`);
    });
  }

  private follow<T extends Value | undefined>(key: string, find: () => T): T | Unknown {
    if (this.following.has(key)) return new Unknown(`${key} depends on itself`);
    if (this.following.size >= MAX_HOPS)
      return new Unknown(`${key} stands at the end of more than ${MAX_HOPS} references`);
    this.following.add(key);
    try {
      return find();
    } finally {
      this.following.delete(key);
    }
  }

  private indexExports(): ReadonlyMap<string, readonly Found<LoadedOutput>[]> {
    this.exports = new Map();
    const outputs = this.templates.flatMap((template) => template.outputs.map((item) => ({ template, item })));
    return index(outputs, (output) => output.exportName);
  }

  private indexStores(): ReadonlyMap<string, readonly Found<LoadedResource>[]> {
    this.stores = new Map();
    const resources = this.templates.flatMap((template) =>
      template.ofType('AWS::SSM::Parameter').map((item) => ({ template, item })),
    );
    return index(resources, (resource) => resource.properties['Name']);
  }
}

function outputValue(template: LoadedTemplate, name: string): Value | undefined {
  const output = template.outputs.find((item) => item.name === name);
  return output && transplant(output.value, template.path, false);
}

/** Those in the same region and account, as far as both are known. */
function near<T>(
  found: readonly Found<T>[],
  place: { readonly region: string | undefined; readonly account: string | undefined },
): readonly Found<T>[] {
  return found.filter(({ template }) => agree(template.region, place.region) && agree(template.account, place.account));
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function index<T>(
  found: readonly Found<T>[],
  nameOf: (item: T) => Value | undefined,
): ReadonlyMap<string, readonly Found<T>[]> {
  const byName = new Map<string, Found<T>[]>();
  for (const entry of found) {
    const name = asText(nameOf(entry.item));
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  return byName;
}

function entry(value: Value | undefined, key: string): Value | undefined {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
