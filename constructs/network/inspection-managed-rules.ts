import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Rule groups of AWS against domains of malware and botnets, and against attacks that are known by their signatures, in
 * strict order. Source: Network Firewall developer guide, Managed rule groups.
 */
export const THREAT_RULE_GROUPS = [
  'AbusedLegitMalwareDomainsStrictOrder',
  'BotNetCommandAndControlDomainsStrictOrder',
  'MalwareDomainsStrictOrder',
  'ThreatSignaturesBotnetStrictOrder',
  'ThreatSignaturesEmergingEventsStrictOrder',
  'ThreatSignaturesMalwareStrictOrder',
] as const;

/** Rule groups in one firewall policy. Source: Network Firewall quotas. */
const MOST_GROUPS = 20;

/**
 * ARNs of managed rule groups, in the partition and region of the stack.
 * @throws Error when a name is malformed or given twice, is not for strict order, or there are more than a policy takes.
 */
export function managedRuleGroupArns(scope: IConstruct, names: readonly string[]): string[] {
  const label = `[${scope.node.path}] managedRuleGroups`;
  if (names.length > MOST_GROUPS) {
    throw new Error(`${label}: found ${names.length}, expected at most ${MOST_GROUPS}, the quota of a firewall policy`);
  }
  for (const [index, name] of names.entries()) {
    if (!/^[A-Z]\w+StrictOrder$/.test(name)) {
      throw new Error(`${label}: found "${name}", expected a group for strict order such as ${THREAT_RULE_GROUPS[0]}`);
    }
    if (names.indexOf(name) !== index) throw new Error(`${label}: found ${name} twice, expected each group once`);
  }
  const { partition, region } = Stack.of(scope);
  return names.map((name) => `arn:${partition}:network-firewall:${region}:aws-managed:stateful-rulegroup/${name}`);
}
