import type { Trilean } from '../../../../model';
import { asBoolean, type Graph, type Resource } from '../../../../template';
import { thingOf } from '../gateways';
import type { Subnet } from '../model';
import { at, get, keyOf, namedBy, namedByArn } from '../reading';
import type { AttachmentDraft } from '../transit-attachments';
import type { AttachmentType } from './membership';

/** An attachment of a core network before its route table is known. */
export interface CoreDraft extends AttachmentDraft {
  readonly type: AttachmentType;
}

const OUTSIDE: Readonly<Record<string, AttachmentType>> = {
  'AWS::NetworkManager::SiteToSiteVpnAttachment': 'site-to-site-vpn',
  'AWS::NetworkManager::ConnectAttachment': 'connect',
  'AWS::NetworkManager::DirectConnectGatewayAttachment': 'direct-connect-gateway',
};

/** VPCs and lines that are attached to core networks. */
export function coreAttachments(graph: Graph, subnets: ReadonlyMap<string, Subnet>): readonly CoreDraft[] {
  return [
    ...graph.ofType('AWS::NetworkManager::VpcAttachment').flatMap((resource) => vpcAttachment(resource, subnets)),
    ...Object.entries(OUTSIDE).flatMap(([name, type]) =>
      graph.ofType(name).flatMap((resource) => line(resource, type)),
    ),
  ];
}

function vpcAttachment(resource: Resource, subnets: ReadonlyMap<string, Subnet>): readonly CoreDraft[] {
  const [vpc] = namedByArn(resource.properties['VpcArn'], resource);
  const stands = at(resource.properties, 'SubnetArns[]').flatMap(({ value }) =>
    namedByArn(value, resource).flatMap((named) => subnets.get(named.key) ?? []),
  );
  return namedBy(resource.properties['CoreNetworkId'], resource).map(({ key: gateway }) => ({
    ...thingOf(resource),
    resource,
    gateway,
    type: 'vpc' as const,
    kind: 'vpc' as const,
    vpc: vpc?.key,
    subnets: stands,
    applianceMode: option(resource, 'ApplianceModeSupport', false),
    groupReferences: option(resource, 'SecurityGroupReferencingSupport', true),
    announcesSix: option(resource, 'Ipv6Support', false),
    beyond: undefined,
  }));
}

/** Source of the defaults: AWS::NetworkManager::VpcAttachment VpcOptions; schema of the type, for `Ipv6Support`. */
function option(resource: Resource, name: string, otherwise: boolean): Trilean {
  const value = get(resource, `Options.${name}`);
  return value === undefined ? otherwise : (asBoolean(value) ?? 'unknown');
}

function line(resource: Resource, type: AttachmentType): readonly CoreDraft[] {
  return namedBy(resource.properties['CoreNetworkId'], resource).map(({ key: gateway }) => ({
    ...thingOf(resource),
    resource,
    gateway,
    type,
    kind: 'outside' as const,
    vpc: undefined,
    subnets: [],
    applianceMode: false,
    beyond: `beyond ${keyOf(resource)}`,
  }));
}
