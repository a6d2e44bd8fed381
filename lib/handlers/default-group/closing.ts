import type { ResourceRequest, ResourceWork } from '../custom-resource';
import { textOf } from '../property-text';

/** A rule of a security group. */
export interface GroupRule {
  readonly id: string;
  readonly egress: boolean;
}

/** The calls of EC2 that are needed. */
export interface SecurityGroups {
  /** Id of the default group of a VPC; undefined when it has none. */
  defaultOf(vpcId: string): Promise<string | undefined>;
  /** All rules of a group, of all pages. */
  rulesOf(groupId: string): Promise<readonly GroupRule[]>;
  revokeIngress(groupId: string, ruleIds: readonly string[]): Promise<unknown>;
  revokeEgress(groupId: string, ruleIds: readonly string[]): Promise<unknown>;
}

type Properties = ResourceRequest['ResourceProperties'];

const ROUNDS = 5;

/**
 * Takes all rules from a default security group, whoever made them, and leaves an empty one alone. Removing it gives no
 * rules back.
 */
export function closing(groups: SecurityGroups): ResourceWork {
  return {
    id: (properties) => textOf(properties, isNamed(properties) ? 'DefaultSecurityGroupId' : 'VpcId'),
    set: async (properties) => close(await groupOf(properties, groups), groups),
    remove: async () => {},
  };
}

const isNamed = (properties: Properties): boolean => properties['DefaultSecurityGroupId'] !== undefined;

async function groupOf(properties: Properties, groups: SecurityGroups): Promise<string> {
  if (isNamed(properties)) return textOf(properties, 'DefaultSecurityGroupId');
  const vpcId = textOf(properties, 'VpcId');
  const found = await groups.defaultOf(vpcId);
  if (found === undefined) throw new Error(`the VPC ${vpcId} has no default security group`);
  return found;
}

async function close(group: string, groups: SecurityGroups): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const rules = await groups.rulesOf(group);
    if (rules.length === 0) return;
    const [ingress, egress] = [rules.filter((rule) => !rule.egress), rules.filter((rule) => rule.egress)];
    await revoke(ingress, (ids) => groups.revokeIngress(group, ids));
    await revoke(egress, (ids) => groups.revokeEgress(group, ids));
  }
  const left = (await groups.rulesOf(group)).length;
  if (left > 0) throw new Error(`the default security group ${group} still has ${left} rules`);
}

async function revoke(rules: readonly GroupRule[], call: (ids: readonly string[]) => Promise<unknown>): Promise<void> {
  if (rules.length === 0) return;
  try {
    await call(rules.map((rule) => rule.id));
  } catch (error) {
    // Somebody else was faster: the next round looks again.
    if (!(error instanceof Error && error.name.endsWith('.NotFound'))) throw error;
  }
}
