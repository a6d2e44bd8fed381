import type { NetworkReview, TrafficText } from '../../../model';
import type { Line } from './drawing';
import { MEASURES as M } from './measures';
import type { Column } from './posture';

/** Words of the picture are as short as the room that they have. */
export function cut(text: string, width: number, character: number = M.small): string {
  const most = Math.max(3, Math.floor(width / character));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Name of a VPC, or of the first of several. */
export function titleOf({ vpcs }: NetworkReview, column: Column): string {
  const [first = -1, ...others] = column.vpcs;
  const name = vpcs[first]?.name ?? '';
  return others.length === 0 ? name : `${name} +${others.length}`;
}

/** Account where it has another name and nothing around says it, and addresses. */
export function subtitleOf({ vpcs, accounts }: NetworkReview, column: Column, isOwnerTold: boolean): string {
  const [first = -1, ...others] = column.vpcs;
  const vpc = vpcs[first];
  const account = accounts[vpc?.account ?? -1];
  const owner = account && account.name !== vpc?.name && !isOwnerTold ? account.name : '';
  const blocks = others.length === 0 ? (vpc?.blocks[0] ?? '') : '';
  return [owner, blocks].filter((text) => text !== '').join(' · ');
}

/** What passes on a line: that of its arrows where all are alike. */
export function labelOf({ arrows }: NetworkReview, line: Line): string {
  const own = line.arrows.flatMap((arrow) => arrows[arrow] ?? []);
  const texts = own.map(({ kind, traffic, undeclared, flows, unresolved }) => {
    if (kind === 'impossible') return flows.map(({ protocol, ports }) => `${protocol} ${ports}`.trim()).join(', ');
    const text = trafficLabel(kind === 'undeclared' && undeclared.length > 0 ? undeclared : traffic);
    // More may pass than what surely does.
    return unresolved.length > 0 && kind !== 'unknown' ? `${text} ?` : text;
  });
  const [first = ''] = texts;
  return texts.every((text) => text === first) ? first : '…';
}

function trafficLabel(traffic: readonly TrafficText[]): string {
  const isAll = traffic.filter(({ ports }) => ports === 'any').length >= 2;
  if (isAll) return '*';
  return traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim()).join(', ');
}

const KINDS: Readonly<Record<string, string>> = {
  'AWS::EC2::VPCEndpoint': 'endpoint',
  'AWS::NetworkFirewall::Firewall': 'firewall',
  'AWS::EC2::NatGateway': 'NAT gateway',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'balancer',
  'AWS::ElasticLoadBalancing::LoadBalancer': 'balancer',
  'AWS::RDS::DBInstance': 'database',
  'AWS::RDS::DBCluster': 'database',
  'AWS::Lambda::Function': 'function',
  'AWS::ECS::Service': 'service',
  'AWS::EC2::Instance': 'instance',
};

/** As many words as there is room for, and how many more there are. */
function fitting(words: readonly string[], width: number): string {
  const room = Math.floor(width / M.small);
  for (let count = words.length; count > 1; count -= 1) {
    const more = count < words.length ? ` +${words.length - count}` : '';
    const text = words.slice(0, count).join(', ') + more;
    if (text.length <= room) return text;
  }
  return words.length > 1 ? `${words[0] ?? ''} +${words.length - 1}` : (words[0] ?? '');
}

/** What stands in zones: `14 endpoints, 1 balancer`, as far as there is room. */
export function contentsOf({ places, resources }: NetworkReview, own: readonly number[], width: number): string {
  const [first = -1] = own;
  const standing = new Set((places[first]?.subnets ?? []).flatMap((subnet) => subnet.standing));
  const counts = new Map<string, number>();
  for (const index of standing) {
    const type = resources[index]?.type ?? '';
    const kind = KINDS[type] ?? (type.split('::').at(-1) ?? '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const words = [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`);
  return fitting(words, width);
}
