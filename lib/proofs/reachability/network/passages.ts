import { isJsonMap } from '../../../model';
import { asText, type Graph, type Resource } from '../../../template';
import type { Standing } from '../addresses';
import type { Target } from './model';
import { at, get, keyOf, namedBy } from './reading';
import type { Survey, SubnetDraft } from './survey';

/** An endpoint of a firewall or a gateway load balancer in one subnet, before its address is worked out. */
export interface PassageDraft {
  readonly key: string;
  readonly resource: Resource;
  /** The firewall; undefined for a gateway load balancer's endpoint. */
  readonly firewall: string | undefined;
  readonly subnet: SubnetDraft;
  readonly standing: Standing;
  /** Availability zone of the subnet, as far as it is known. */
  readonly zone: string | undefined;
}

/** Endpoints through which routes lead. */
export class Passages {
  readonly drafts: readonly PassageDraft[];

  constructor(graph: Graph, survey: Survey) {
    this.drafts = [
      ...graph.ofType('AWS::NetworkFirewall::Firewall').flatMap((resource) => ofFirewall(resource, survey)),
      ...graph
        .ofType('AWS::NetworkFirewall::VpcEndpointAssociation')
        .flatMap((resource) => ofAssociation(resource, survey)),
      ...graph.ofType('AWS::EC2::VPCEndpoint').flatMap((resource) => ofBalancer(resource, survey)),
    ];
  }

  /** Where a route by `VpcEndpointId` leads. */
  target(route: Resource): Target {
    const named = namedBy(route.properties['VpcEndpointId'], route);
    const direct = named.flatMap(({ key }) =>
      this.drafts.filter((draft) => keyOf(draft.resource) === withoutAttribute(key)),
    );
    if (direct.length > 0 && named.length === 1 && direct.every(({ resource }) => resource.type !== FIREWALL)) {
      return { kind: 'endpoint', keys: direct.map(({ key }) => key), reasons: [] };
    }
    const candidates = this.mentioned(route);
    if (candidates.length > 0) return chosen(candidates, route);
    const reason = named.map((item) => item.reason).find((text) => text !== undefined);
    return {
      kind: 'unresolved',
      reason: reason ?? `${route.logicalId} leads to an endpoint that is not in these templates`,
    };
  }

  /**
   * The endpoints of the firewall whose list of endpoint ids a route takes apart, as the id itself is only made at
   * deployment. The availability zone that stands beside it in the route tells which.
   */
  private mentioned(route: Resource): readonly PassageDraft[] {
    const source = sourceOf(route);
    const firewalls = firewallsIn(source);
    const own = this.drafts.filter(
      ({ resource }) => resource.template === route.template && firewalls.has(resource.logicalId),
    );
    const texts = textsIn(source).map((text) => text.replace(/:$/, ''));
    const near = own.filter(({ zone }) => zone !== undefined && texts.includes(zone));
    return near.length > 0 ? near : own;
  }
}

const FIREWALL = 'AWS::NetworkFirewall::Firewall';

function chosen(candidates: readonly PassageDraft[], route: Resource): Target {
  const keys = candidates.map(({ key }) => key);
  const reasons =
    keys.length === 1 ? [] : [`which firewall endpoint ${route.logicalId} leads to is decided at deployment`];
  return { kind: 'endpoint', keys, reasons };
}

function ofFirewall(resource: Resource, survey: Survey): readonly PassageDraft[] {
  return at(resource.properties, 'SubnetMappings[].SubnetId').flatMap(({ value }) =>
    namedBy(value, resource).map((named) => draft(resource, survey.subnet(named, vpcOf(resource)), keyOf(resource))),
  );
}

function ofAssociation(resource: Resource, survey: Survey): readonly PassageDraft[] {
  const [firewall] = namedBy(resource.properties['FirewallArn'], resource);
  return at(resource.properties, 'SubnetMapping.SubnetId').flatMap(({ value }) =>
    namedBy(value, resource).map((named) =>
      draft(resource, survey.subnet(named, vpcOf(resource)), firewall?.key ?? '?'),
    ),
  );
}

function ofBalancer(resource: Resource, survey: Survey): readonly PassageDraft[] {
  if (asText(get(resource, 'VpcEndpointType')) !== 'GatewayLoadBalancer') return [];
  return at(resource.properties, 'SubnetIds[]').flatMap(({ value }) =>
    namedBy(value, resource).map((named) => draft(resource, survey.subnet(named, vpcOf(resource)), undefined)),
  );
}

function vpcOf(resource: Resource) {
  return namedBy(resource.properties['VpcId'], resource)[0];
}

function draft(resource: Resource, subnet: SubnetDraft, firewall: string | undefined): PassageDraft {
  const zone = asText(subnet.resource?.properties['AvailabilityZone']);
  const standing = { blocks: subnet.blocks };
  return { key: `${keyOf(resource)} in ${subnet.key}`, resource, firewall, subnet, standing, zone };
}

function withoutAttribute(key: string): string {
  return key.replace(/\.[A-Za-z]+$/, '');
}

/** The property as written. */
function sourceOf(route: Resource): unknown {
  const resources = route.template.source['Resources'];
  const body = isJsonMap(resources) ? resources[route.logicalId] : undefined;
  const properties = isJsonMap(body) ? body['Properties'] : undefined;
  return isJsonMap(properties) ? properties['VpcEndpointId'] : undefined;
}

function firewallsIn(source: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  visit(source, (node) => {
    if (!isJsonMap(node)) return;
    const target = node['Fn::GetAtt'];
    const path: readonly unknown[] = Array.isArray(target)
      ? target
      : typeof target === 'string'
        ? target.split('.')
        : [];
    const [logicalId, attribute] = path;
    if (attribute === 'EndpointIds' && typeof logicalId === 'string') found.add(logicalId);
  });
  return found;
}

function textsIn(source: unknown): readonly string[] {
  const found: string[] = [];
  visit(source, (node) => {
    if (typeof node === 'string') found.push(node);
  });
  return found;
}

function visit(node: unknown, see: (node: unknown) => void): void {
  see(node);
  if (Array.isArray(node)) for (const item of node) visit(item, see);
  else if (isJsonMap(node)) for (const item of Object.values(node)) visit(item, see);
}
