import { basename } from 'node:path';
import { asText, isMap, type Graph, type Resource, type Template, type Value } from '../../template';
import type { Registers } from '../../config';

/** Where a finding is, in the words of a waiver's scope. */
export interface Place {
  readonly organization: string | undefined;
  /** Organisational units, from its own up to the root, by path and by id. */
  readonly units: readonly string[];
  /** The account by id and, where the config is known, by name. */
  readonly accounts: readonly string[];
  readonly stack: string;
  readonly constructPath: string | undefined;
  /** Empty for the template as a whole. */
  readonly logicalId: string;
  readonly type: string;
  readonly property: string | undefined;
  /** Tags whose key and value are known, worked out when a scope asks for them. */
  readonly tags: () => ReadonlyMap<string, string>;
}

/** What of a finding says where it is. */
export interface Located {
  readonly template: string;
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string | undefined;
  readonly property?: string | undefined;
}

/** Finds the places of findings in one unit. */
export function placesIn(graph: Graph, registers: Registers | undefined): (finding: Located) => Place {
  const templates = new Map(graph.templates.map((template) => [template.path, template]));
  return ({ template: path, logicalId, resourceType, constructPath, property }) => {
    const template = templates.get(path);
    const account = registers?.accounts.find(({ id }) => id === template?.account);
    return {
      organization: account && registers?.organization,
      units: account?.units ?? [],
      accounts: [template?.account, account?.name].filter((name) => name !== undefined),
      stack: stackOf(path, template),
      constructPath,
      logicalId,
      type: resourceType,
      property,
      tags: () => tagsOf(template?.resource(logicalId)),
    };
  };
}

/** Templates that stand alone do not know their stack; CDK calls their files `Stack.template.json`. */
function stackOf(path: string, template: Template | undefined): string {
  return template?.stackName ?? basename(path).split('.', 1)[0] ?? '';
}

/** Properties in which types keep tags. */
const TAG_PROPERTIES = ['Tags', 'FileSystemTags', 'HostedZoneTags'];

function tagsOf(resource: Resource | undefined): ReadonlyMap<string, string> {
  const lists = TAG_PROPERTIES.map((name) => resource?.properties[name]);
  return new Map(lists.flatMap(entriesOf));
}

function entriesOf(tags: Value | undefined): readonly (readonly [string, string])[] {
  const pairs = Array.isArray(tags)
    ? tags.map((tag: Value) => (isMap(tag) ? [tag['Key'], tag['Value']] : []))
    : isMap(tags)
      ? Object.entries(tags)
      : [];
  return pairs.flatMap(([key, value]) => {
    const [name, text] = [asText(key), asText(value)];
    return name === undefined || text === undefined ? [] : [[name, text] as const];
  });
}
