import { ABSENT } from './opaque';
import { ValueRewriter, type Names } from './rewrite-values';

/** A copy of a template that CfnInclude can read, with what its rules look at: types and properties. */
export interface Prepared {
  readonly template: PreparedTemplate;
  /** What had to be replaced to make it readable, by logical id. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

export interface PreparedTemplate {
  readonly Parameters: Readonly<Record<string, object>>;
  readonly Conditions: Readonly<Record<string, object>>;
  readonly Mappings: Readonly<Record<string, object>>;
  readonly Resources: Readonly<Record<string, PreparedResource>>;
}

export interface PreparedResource {
  readonly Type: string;
  readonly Properties?: unknown;
}

/** A resource that nothing judges, to which others can refer. */
export const STAND_IN: PreparedResource = { Type: 'Custom::StandIn' };

/**
 * Prepares a template for CfnInclude. Rules of cdk-nag read no parameter, condition or mapping beyond its name, no
 * metadata and no output: these are left out or become stand-ins, so that nothing in them keeps a template from loading
 * or speaks for it. What resources refer to but the template lacks becomes a stand-in, too.
 * @param made Whether some deployment makes a resource; others are left out.
 */
export function prepare(body: unknown, made: (logicalId: string) => boolean): Prepared {
  const resources = Object.entries(sectionOf(body, 'Resources')).filter(
    (entry): entry is [string, PreparedResource] => isResource(entry[1]) && made(entry[0]),
  );
  const names = namesOf(body, new Set(resources.map(([id]) => id)));
  const notes = new Map<string, string[]>();
  const copies = resources.map(([id, { Type, Properties }]) => {
    const found = new Set<string>();
    const rewriter = new ValueRewriter(names, (text) => found.add(text));
    const copy = { Type, ...(Properties === undefined ? {} : { Properties: rewriter.rewrite(Properties) }) };
    if (found.size > 0) notes.set(id, [...found]);
    return [id, copy] as const;
  });
  return { template: templateOf(names, Object.fromEntries(copies)), notes };
}

/** The same template with one resource alone; what it refers to is a stand-in. */
export function alone(template: PreparedTemplate, logicalId: string, resource: PreparedResource): PreparedTemplate {
  const text = JSON.stringify(resource);
  const named = Object.keys(template.Resources).filter((id) => text.includes(id));
  return { ...template, Resources: { ...standIns(named), ...standIns([ABSENT]), [logicalId]: resource } };
}

function standIns(logicalIds: readonly string[]): Record<string, PreparedResource> {
  return Object.fromEntries(logicalIds.map((id) => [id, STAND_IN]));
}

function templateOf(names: Names, resources: Readonly<Record<string, PreparedResource>>): PreparedTemplate {
  return {
    Parameters: each(names.parameters, { Type: 'String' }),
    Conditions: each(names.conditions, { 'Fn::Equals': ['', ''] }),
    Mappings: each(names.mappings, { StandIn: { StandIn: '' } }),
    Resources: { ...resources, ...standIns([ABSENT]) },
  };
}

function namesOf(body: unknown, resources: ReadonlySet<string>): Names {
  const named = (section: string) =>
    new Set(Object.keys(sectionOf(body, section)).filter((name) => !name.includes(':')));
  const parameters = new Set([...named('Parameters')].filter((name) => !resources.has(name)));
  return { resources, parameters, conditions: named('Conditions'), mappings: named('Mappings') };
}

function sectionOf(body: unknown, name: string): object {
  const section: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof section === 'object' && section !== null ? section : {};
}

function isResource(value: unknown): value is PreparedResource {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'Type') === 'string';
}

function each(names: ReadonlySet<string>, value: object): Record<string, object> {
  return Object.fromEntries([...names].map((name) => [name, value]));
}
