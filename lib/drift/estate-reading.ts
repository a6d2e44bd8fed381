import { resolve } from 'node:path';
import { eachOf, type PlannedStack } from '../deploy';
import type { Graph, Resource, Template } from '../template';
import { COLLECTIONS } from './collections';
import { compareContents } from './compare/compare-contents';
import { compareCollection } from './compare/compare-collection';
import { compareGrants } from './compare/compare-grants';
import { compareThing, placeOf, type Subject } from './compare/compare-thing';
import { DesignedMembers } from './compare/designed-members';
import { joinOwners } from './compare/join-owners';
import type { Difference } from './difference';
import { AttachedPolicies } from './identity/attached-policies';
import type { DeployedStack, Standing } from './inventory';
import type { DeployedNames } from './names/deployed-names';
import type { Reading } from './observed/observed-template';
import { READERS_BY_TYPE } from './readers';

/** Resources of an account that are read at the same time. */
const AT_ONCE = 8;

const STACK = 'AWS::CloudFormation::Stack';

const MEMBER_KINDS = [...COLLECTIONS.values()].flatMap(({ kinds }) => kinds);

type Step = () => Promise<readonly Difference[]>;

/** All stacks of an estate, beside their templates. */
export class EstateReading {
  private readonly members: DesignedMembers;
  private readonly attached: AttachedPolicies;
  private readonly memberTypes: ReadonlySet<string>;
  private readonly byFile: ReadonlyMap<string, Template>;

  /**
   * @param graph The designed templates, with what their references became.
   * @param pathOf Path of a template from the folder of the assembly.
   */
  constructor(
    private readonly graph: Graph,
    private readonly names: DeployedNames,
    private readonly standing: readonly Standing[],
    private readonly pathOf: (path: string) => string,
  ) {
    this.memberTypes = new Set(MEMBER_KINDS.map(({ type }) => type));
    this.members = new DesignedMembers(graph, names, MEMBER_KINDS, pathOf);
    this.attached = new AttachedPolicies(graph, names);
    this.byFile = new Map(graph.templates.map((template) => [resolve(template.path), template]));
  }

  /** Reads everything. @param onProgress Called when an account is read. */
  async differences(
    onProgress: (account: string, done: number, total: number) => void = () => undefined,
  ): Promise<readonly Difference[]> {
    const accounts = new Map<string, Standing[]>();
    for (const one of this.standing) {
      const { account } = one.stack;
      accounts.set(account, [...(accounts.get(account) ?? []), one]);
    }
    let done = 0;
    const found = await Promise.all(
      [...accounts].map(async ([account, stacks]) => {
        const differences = await this.account(stacks);
        onProgress(account, ++done, accounts.size);
        return differences;
      }),
    );
    return [...joinOwners(found.flat(), MEMBER_KINDS), ...this.members.unread];
  }

  /** What was found of each template, by its path from the folder of the assembly. */
  readings(differences: readonly Difference[]): ReadonlyMap<string, Reading> {
    return new Map(
      this.graph.templates.flatMap((template) => {
        const path = this.pathOf(template.path);
        const own = differences.filter((difference) => difference.template === path);
        if (own.length === 0) return [];
        const physicalIds = this.names.stackOf(template.path)?.physicalIds ?? new Map<string, string>();
        return [
          [path, { differences: own, sayings: this.names.sayingsIn(template.path), physicalIds, readProperties }],
        ];
      }),
    );
  }

  private async account(stacks: readonly Standing[]): Promise<Difference[]> {
    const steps = stacks.flatMap((standing) => this.stack(standing));
    return (await eachOf(steps, AT_ONCE, (step) => step())).flat();
  }

  private stack({ stack, deployed }: Standing): Step[] {
    const template = this.templateOf(stack);
    const place = { template: this.pathOf(template.path), logicalId: '', type: STACK };
    if (deployed === undefined) {
      return [async () => [{ ...place, kind: 'missing', because: `stack ${stack.name} does not stand` }]];
    }
    if (typeof deployed === 'string') {
      return [async () => [{ ...place, kind: 'unread', properties: [], because: deployed }]];
    }
    return [
      async () => this.ofStack(template, deployed),
      ...template.resources.flatMap((resource) => this.steps(resource, deployed)),
    ];
  }

  private templateOf({ id, templateFile }: PlannedStack): Template {
    const template = this.byFile.get(resolve(templateFile));
    if (!template) throw new Error(`the template of ${id} was not read: ${templateFile}`);
    return template;
  }

  /** What is told of the stack itself: its protection, and resources that its template does not have. */
  private ofStack(template: Template, { types, physicalIds, isProtected, stack }: DeployedStack): Difference[] {
    const path = this.pathOf(template.path);
    const strange = [...types].filter(([logicalId]) => !hasResource(template, logicalId));
    const found: Difference[] = strange.map(([logicalId, type]) => ({
      template: path,
      logicalId,
      type,
      kind: 'unmanaged',
      name: `${physicalIds.get(logicalId)} of stack ${stack.name}`,
    }));
    if (template.terminationProtection !== true || isProtected) return found;
    const place = { template: path, logicalId: '', type: STACK };
    return [
      ...found,
      { ...place, kind: 'differs', property: 'EnableTerminationProtection', designed: true, found: false },
    ];
  }

  private steps(resource: Resource, { physicalIds, access, parameters }: DeployedStack): Step[] {
    const { template, logicalId, type } = resource;
    const place = { resource, template: this.pathOf(template.path) };
    const physicalId = physicalIds.get(logicalId);
    if (physicalId === undefined) {
      // Whether a condition holds, the stack has decided.
      if (resource.condition !== undefined || this.memberTypes.has(type)) return [];
      return [async () => [{ ...placeOf(place), kind: 'missing', because: 'its stack does not have it' }]];
    }
    const attachedBy = this.attached.of(access.account, physicalId);
    const subject: Subject = { ...place, physicalId, parameters, attachedBy };
    const reader = READERS_BY_TYPE.get(type);
    const collection = COLLECTIONS.get(type);
    return [
      ...(reader ? [() => compareThing(subject, reader, access)] : []),
      ...(collection ? [() => compareCollection(subject, collection, this.members, access)] : []),
      ...(type === 'AWS::KMS::Key' ? [() => compareGrants(subject, this.names, access)] : []),
      ...(type === 'AWS::EC2::VPC' ? [() => compareContents(subject, this.names, access)] : []),
    ];
  }
}

/** Properties of a type that are read, with those by which it is a member of a list or holds some. */
function readProperties(type: string): readonly string[] {
  return [
    ...(READERS_BY_TYPE.get(type)?.facets.flatMap(({ properties }) => properties) ?? []),
    ...(COLLECTIONS.get(type)?.kinds.flatMap(({ inline }) => inline ?? []) ?? []),
    ...MEMBER_KINDS.filter((kind) => kind.type === type).flatMap(({ key }) => key),
  ];
}

/** Whether a template has a resource, whatever its condition says. */
function hasResource({ unrolled }: Template, logicalId: string): boolean {
  const { Resources: resources } = unrolled;
  return typeof resources === 'object' && resources !== null && Object.hasOwn(resources, logicalId);
}
