import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { partitionOf } from '../../model';
import type { DeployedValue } from '../../template';
import type { DeployedStack } from '../inventory';
import { isJsonMap, scalarText, type Json, type JsonMap } from '../json';
import { aliasesOf, attributeOf, type Named } from './attributes';
import { readAttributes } from './read-attributes';

/** A resource of a stack, with the attributes that only AWS tells. */
interface Known {
  readonly named: Named;
  readonly attributes: JsonMap;
}

/** What templates call things, and what accounts call them. */
export class DeployedNames {
  /** By the path of the template, then by logical id. */
  private readonly templates = new Map<string, ReadonlyMap<string, Known>>();
  private readonly stacks = new Map<string, DeployedStack>();
  private readonly owned = new Set<string>();

  /** Asks for what templates refer to, and only AWS tells. */
  static async of(stacks: readonly DeployedStack[]): Promise<DeployedNames> {
    const names = new DeployedNames();
    await Promise.all(stacks.map((stack) => names.learn(stack)));
    return names;
  }

  /** The stack of a template; undefined where it was not read. */
  stackOf(template: string): DeployedStack | undefined {
    return this.stacks.get(resolve(template));
  }

  /** What a resource of a template became. */
  readonly made: DeployedValue = (template, logicalId, attribute) => {
    const known = this.templates.get(resolve(template))?.get(logicalId);
    if (!known) return undefined;
    if (attribute === undefined) return known.named.physicalId;
    return known.attributes[attribute] ?? attributeOf(known.named, attribute);
  };

  /** Whether something in an account is of one of the stacks. */
  isOwned(account: string, physicalId: string): boolean {
    return this.owned.has(`${account} ${physicalId}`);
  }

  /** The names of a template's resources in its account, and how the template says them. */
  sayingsIn(template: string): ReadonlyMap<string, Json> {
    const sayings = new Map<string, Json>();
    for (const [logicalId, { named }] of this.templates.get(resolve(template)) ?? []) {
      sayings.set(named.physicalId, { Ref: logicalId });
      for (const [attribute, text] of aliasesOf(named)) sayings.set(text, { 'Fn::GetAtt': [logicalId, attribute] });
    }
    return sayings;
  }

  private async learn(deployed: DeployedStack): Promise<void> {
    const { stack, access } = deployed;
    const known = namedIn(deployed).map(async ([logicalId, named]) => {
      this.owned.add(`${stack.account} ${named.physicalId}`);
      return [logicalId, { named, attributes: await readAttributes(named, access) }] as const;
    });
    this.stacks.set(resolve(stack.templateFile), deployed);
    this.templates.set(resolve(stack.templateFile), new Map(await Promise.all(known)));
  }
}

function namedIn({ stack, physicalIds }: DeployedStack): (readonly [logicalId: string, Named])[] {
  const template = JSON.parse(readFileSync(stack.templateFile, 'utf8')) as JsonMap;
  const resources = isJsonMap(template['Resources']) ? template['Resources'] : {};
  const { account, region } = stack;
  const partition = partitionOf(region) ?? 'aws';
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    const physicalId = physicalIds.get(logicalId);
    if (!isJsonMap(resource) || physicalId === undefined) return [];
    const properties = isJsonMap(resource['Properties']) ? resource['Properties'] : {};
    const text = (property: string): string | undefined => textOf(properties[property]);
    return [[logicalId, { type: scalarText(resource['Type']), physicalId, partition, account, region, text }] as const];
  });
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
