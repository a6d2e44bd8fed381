import { ZONE_TAG } from '../../../model';
import { asNumber, isMap, Reference, Unknown, type Graph, type Resource, type Value } from '../../../template';
import { NONE, uniteRanges, type Ranges } from '../packets';
import type { AddressBook } from './address-book';
import { exactly, type Bounded } from './bounded';
import type { GroupRule, GroupSet, SecurityGroup, Traffic } from './model';
import type { PlaceDraft } from './place-drafts';
import { prefixListAddresses } from './prefix-lists';
import { ALL_PORTS, ALL_PROTOCOLS, icmpOf, isIcmp, hasPorts, protocolOf } from './protocols';
import { at, keyOf, namedBy, namedByIdOrArn, originOf, type Named } from './reading';
import { tagOf, type SubnetDraft } from './survey';

/** End of the key of a VPC's default group: the attribute of the VPC that names it. */
export const DEFAULT_GROUP = '.DefaultSecurityGroup';

/** What wears groups, and in which subnet it stands. */
type Wearing = Pick<PlaceDraft, 'resource' | 'groups' | 'groupsAt' | 'filtered' | 'isMade'> &
  Partial<Pick<PlaceDraft, 'subnet'>>;

/** Security groups by key; those that no template has are unknown. */
export class SecurityGroups {
  private readonly byKey = new Map<string, SecurityGroup>();
  private readonly byZone = new Map<string, SecurityGroup[]>();
  private readonly separate = { ingress: new Map<string, GroupRule[]>(), egress: new Map<string, GroupRule[]>() };

  constructor(
    private readonly graph: Graph,
    private readonly book: AddressBook,
  ) {
    this.readSeparate('AWS::EC2::SecurityGroupIngress', 'ingress');
    this.readSeparate('AWS::EC2::SecurityGroupEgress', 'egress');
    for (const resource of graph.ofType('AWS::EC2::SecurityGroup')) this.readGroup(resource);
  }

  /** The groups that a resource names where it needs none; undefined where it names none. */
  stated(resource: Resource, path: string): GroupSet | undefined {
    const groups = at(resource.properties, path);
    return groups.length === 0
      ? undefined
      : this.worn({ resource, groups, groupsAt: resource, filtered: true, isMade: false });
  }

  /** The groups that something wears: the VPC's default group when it names none. */
  worn(draft: Wearing): GroupSet {
    if (!draft.filtered) return { groups: [], certain: [], apply: false, reasons: [] };
    const items = draft.groups.map(({ value, sure }) => ({
      sure,
      named: groupNames(value, draft.groupsAt, this.graph),
    }));
    const named = items.flatMap((item) => item.named);
    if (named.length === 0 && !draft.isMade) return this.byDefault(draft);
    const certain = items.flatMap((item) => (item.sure && item.named.length === 1 ? item.named : []));
    const reasons = draft.groups.flatMap(({ value, sure }) =>
      sure && namedBy(value, draft.groupsAt).length < 2
        ? []
        : [`which groups ${draft.resource.logicalId} wears is decided at deployment`],
    );
    const known = (list: readonly Named[]) =>
      list.flatMap(({ key }) => this.byKey.get(key) ?? this.defaultGroup(key) ?? []);
    const made = draft.isMade ? [`AWS makes a security group of its own for ${draft.resource.logicalId}`] : [];
    // Where each of them may be left out, none may be named.
    const unnamed = draft.isMade || items.some((item) => item.sure) ? [] : this.byDefault(draft).groups;
    const strange = named.flatMap(({ key, reason }) =>
      this.byKey.has(key) || this.isDefault(key) ? [] : [reason ?? `${key} is no security group of these templates`],
    );
    return {
      groups: [...known(named), ...unnamed],
      certain: known(certain),
      apply: true,
      reasons: [...new Set([...reasons, ...strange, ...made])],
      isMade: draft.isMade && reasons.length + strange.length === 0,
    };
  }

  /** Groups that are tagged for the zone of a subnet: whatever stands in the zone wears them. */
  ofZone(subnet: SubnetDraft): readonly SecurityGroup[] {
    const zone = subnet.resource && tagOf(subnet.resource, [ZONE_TAG]);
    return zone === undefined ? [] : (this.byZone.get(`${subnet.vpc.key} ${zone}`) ?? []);
  }

  private byDefault({ subnet, resource }: Wearing): GroupSet {
    if (!subnet) return { groups: [], certain: [], apply: true, reasons: [`${resource.logicalId} may name no group`] };
    const { vpc } = subnet;
    const group = vpc.resource && this.defaultGroup(`${vpc.key}${DEFAULT_GROUP}`);
    if (group) return { groups: [group], certain: [group], apply: true, reasons: [] };
    return {
      groups: [],
      certain: [],
      apply: true,
      reasons: [`the default security group of ${vpc.name} is not in these templates`],
    };
  }

  private isDefault(key: string): boolean {
    return key.endsWith(DEFAULT_GROUP);
  }

  /**
   * What AWS puts into a VPC's default group: all from itself, everything out; and what separate rules add.
   * Source: Amazon VPC user guide, Default security groups.
   */
  private defaultGroup(key: string): SecurityGroup | undefined {
    if (!this.isDefault(key)) return undefined;
    const known = this.byKey.get(key);
    if (known) return known;
    const [template = '', vpc = ''] = key.slice(0, -DEFAULT_GROUP.length).split('#');
    const origin = { template, logicalId: vpc };
    const closed = this.closesDefaultGroup(template, vpc);
    const own: GroupRule = { origin, traffic: exactly([EVERYTHING]), addresses: exactly(NONE), groups: [key] };
    const out: GroupRule = {
      origin,
      traffic: exactly([EVERYTHING]),
      addresses: exactly(this.book.space.all),
      groups: [],
    };
    const group = {
      key,
      name: `default group of ${vpc}`,
      origin,
      ingress: [...(closed ? [] : [own]), ...(this.separate.ingress.get(key) ?? [])],
      egress: [...(closed ? [] : [out]), ...(this.separate.egress.get(key) ?? [])],
    };
    this.byKey.set(key, group);
    return group;
  }

  /** The CDK empties the default group of a VPC through a custom resource. */
  private closesDefaultGroup(template: string, vpc: string): boolean {
    return this.graph
      .ofType('Custom::VpcRestrictDefaultSG')
      .some((resource) =>
        namedBy(resource.properties['DefaultSecurityGroupId'], resource).some(
          ({ key }) => key === `${template}#${vpc}${DEFAULT_GROUP}`,
        ),
      );
  }

  private readGroup(resource: Resource): void {
    const key = keyOf(resource);
    const ingress = at(resource.properties, 'SecurityGroupIngress[]').map(({ value, sure }) =>
      this.rule(value, resource, sure, 'ingress'),
    );
    const written = at(resource.properties, 'SecurityGroupEgress[]');
    const egress = written.map(({ value, sure }) => this.rule(value, resource, sure, 'egress'));
    const apart = this.separate.egress.get(key) ?? [];
    // The rule that allows everything out goes when the group or a separate rule states egress; an empty list does not.
    const free = written.length === 0 && apart.length === 0;
    const origin = originOf(resource);
    const open = { origin, traffic: exactly([EVERYTHING]), addresses: this.everywhere(), groups: [] };
    const group = {
      key,
      name: resource.logicalId,
      origin,
      ingress: [...ingress, ...(this.separate.ingress.get(key) ?? [])],
      egress: free ? [open] : [...egress, ...apart],
    };
    this.byKey.set(key, group);
    const zone = tagOf(resource, [ZONE_TAG]);
    const [vpc] = namedBy(resource.properties['VpcId'], resource);
    if (zone === undefined || !vpc) return;
    const place = `${vpc.key} ${zone}`;
    this.byZone.set(place, [...(this.byZone.get(place) ?? []), group]);
  }

  /**
   * Documented for both families; reported to be made for IPv4 alone
   * (aws-cloudformation/cloudformation-coverage-roadmap issue 2241).
   */
  private everywhere(): Bounded<Ranges> {
    const { all } = this.book.space;
    if (!this.book.hasSix) return exactly(all);
    const reasons = ['whether a group without egress rules lets IPv6 out is not documented reliably'];
    return { may: all, must: this.book.space.family(4), reasons };
  }

  private readSeparate(type: string, direction: 'ingress' | 'egress'): void {
    for (const resource of this.graph.ofType(type)) {
      const owners = groupNames(
        resource.properties['GroupId'] ?? resource.properties['GroupName'],
        resource,
        this.graph,
      );
      const sure = resource.condition === undefined && owners.length === 1;
      const rule = this.rule(resource.properties, resource, sure || this.accompanies(owners, resource), direction);
      for (const { key } of owners) {
        const rules = this.separate[direction].get(key) ?? [];
        this.separate[direction].set(key, [...rules, rule]);
      }
    }
  }

  private accompanies(owners: readonly Named[], resource: Resource): boolean {
    const [owner] = owners;
    const [template = '', logicalId = ''] = owner?.key.split('#') ?? [];
    const group = this.graph.follow(new Reference(logicalId, undefined, template));
    return owners.length === 1 && group !== undefined && this.graph.accompanies(group, resource) === true;
  }

  private rule(value: Value, resource: Resource, sure: boolean, direction: 'ingress' | 'egress'): GroupRule {
    const traffic = sure
      ? trafficOf(value)
      : maybe(trafficOf(value), `a rule of ${resource.logicalId} depends on a condition`);
    const fields = isMap(value) ? value : {};
    const ids = direction === 'ingress' ? SOURCE_GROUPS : DESTINATION_GROUPS;
    const groups = ids.flatMap((name) => groupNames(fields[name], resource, this.graph));
    return {
      origin: originOf(resource),
      traffic,
      addresses: this.addresses(value, resource, direction),
      groups: groups.map(({ key }) => key),
    };
  }

  private addresses(value: Value, resource: Resource, direction: 'ingress' | 'egress'): Bounded<Ranges> {
    if (!isMap(value)) return { may: this.book.space.all, must: NONE, reasons: [reasonOf(value)] };
    const list = value[direction === 'ingress' ? 'SourcePrefixListId' : 'DestinationPrefixListId'];
    const parts = [
      ...[value['CidrIp'], value['CidrIpv6']].map((cidr) => this.book.addresses(cidr, resource)),
      prefixListAddresses(list, resource, this.graph, this.book),
    ];
    return {
      may: uniteRanges(...parts.map(({ may }) => may)),
      must: uniteRanges(...parts.map(({ must }) => must)),
      reasons: parts.flatMap(({ reasons }) => reasons),
    };
  }
}

const SOURCE_GROUPS = ['SourceSecurityGroupId', 'SourceSecurityGroupName'];
const DESTINATION_GROUPS = ['DestinationSecurityGroupId'];

const EVERYTHING: Traffic = { protocol: ALL_PROTOCOLS, port: ALL_PORTS };

function groupNames(value: Value | undefined, resource: Resource, graph: Graph): readonly Named[] {
  const named = namedByIdOrArn(value, resource);
  if (named.every(({ key }) => !key.startsWith('='))) return named;
  // A group may be named by its name.
  return named.map((item) => {
    const found = graph
      .ofType('AWS::EC2::SecurityGroup')
      .find((group) => group.properties['GroupName'] === item.key.slice(1));
    return found ? { key: keyOf(found) } : item;
  });
}

/** Protocol and ports of a rule. Source: AWS::EC2::SecurityGroupIngress, IpProtocol, FromPort and ToPort. */
function trafficOf(value: Value): Bounded<readonly Traffic[]> {
  if (!isMap(value)) return { may: [EVERYTHING], must: [], reasons: [reasonOf(value)] };
  const protocol = protocolOf(value['IpProtocol']);
  if (!protocol) return { may: [EVERYTHING], must: [], reasons: [reasonOf(value['IpProtocol'] ?? null)] };
  if (!isIcmp(protocol) && !hasPorts(protocol)) return exactly([{ protocol, port: ALL_PORTS }]);
  const { FromPort = null, ToPort = FromPort } = value;
  const [from, to] = [bound(FromPort), bound(ToPort)];
  if (from !== undefined && to !== undefined) return exactly(portsOf(protocol, from, to));
  const reason = reasonOf(from === undefined ? FromPort : ToPort);
  return { may: [{ protocol, port: ALL_PORTS }], must: [], reasons: [reason] };
}

function portsOf(protocol: Ranges, from: number, to: number): readonly Traffic[] {
  if (isIcmp(protocol)) return [{ protocol, port: icmpOf(from, to) }];
  if (from < 0) return [{ protocol, port: ALL_PORTS }];
  return from > to ? [] : [{ protocol, port: [from, to] }];
}

/** Ports that are not set are all ports. */
function bound(value: Value): number | undefined {
  return value === null ? -1 : asNumber(value);
}

function maybe(traffic: Bounded<readonly Traffic[]>, reason: string): Bounded<readonly Traffic[]> {
  return { may: traffic.may, must: [], reasons: [...traffic.reasons, reason] };
}

function reasonOf(value: Value): string {
  return value instanceof Unknown ? value.reason : 'a rule has several possible values';
}
