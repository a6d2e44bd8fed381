import { asText, type Graph, type Resource } from '../../../template';
import type { PublicAccess } from './model';
import { get, namedBy } from './reading';
import type { SubnetDraft } from './survey';

/**
 * What VPC Block Public Access leaves of the internet to a subnet. The setting is that of an account and region;
 * exclusions name VPCs or subnets. Source: Amazon VPC user guide, Block public access to VPCs and subnets.
 */
export function publicAccessOf(graph: Graph, subnet: SubnetDraft): PublicAccess {
  const home = subnet.resource ?? subnet.vpc.resource;
  const options = graph
    .ofType('AWS::EC2::VPCBlockPublicAccessOptions')
    .filter((option) => home === undefined || sameAccount(option, home));
  if (options.length === 0) return 'open';
  if (home === undefined || options.some(({ condition }) => condition !== undefined)) return 'unknown';
  const modes = options.map((option) => asText(get(option, 'InternetGatewayBlockMode')));
  const exclusion = exclusionOf(graph, subnet);
  if (exclusion === 'allow-bidirectional') return 'open';
  if (modes.includes('block-bidirectional'))
    return exclusion === undefined ? 'closed' : exclusion === 'allow-egress' ? 'egress' : 'unknown';
  if (modes.includes('block-ingress')) return 'egress';
  return modes.every((mode) => mode === 'off') ? 'open' : 'unknown';
}

function exclusionOf(graph: Graph, subnet: SubnetDraft): string | undefined {
  const found = graph
    .ofType('AWS::EC2::VPCBlockPublicAccessExclusion')
    .filter((exclusion) =>
      [
        ...namedBy(exclusion.properties['SubnetId'], exclusion),
        ...namedBy(exclusion.properties['VpcId'], exclusion),
      ].some(({ key }) => key === subnet.key || key === subnet.vpc.key),
    );
  const [first] = found;
  return first && (asText(get(first, 'InternetGatewayExclusionMode')) ?? 'unknown');
}

function sameAccount(a: Resource, b: Resource): boolean {
  return a.template.account === b.template.account && a.template.region === b.template.region;
}
