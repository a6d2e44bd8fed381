export { AddressPools, type AddressPoolsProps, type DepartmentAddresses, type RegionAddresses } from './address-pools';
export type { AnyVpc } from './any-vpc';
export {
  BlockPublicAccess,
  PublicAccessExclusion,
  type BlockPublicAccessProps,
  type PublicAccessExclusionProps,
} from './block-public-access';
export { ClosedDefaultGroup, type ClosedDefaultGroupProps } from './closed-default-group';
export type { LookupLog } from './deployment-lookup';
export {
  DnsFirewall,
  DnsFirewallAssociation,
  type DnsFirewallAssociationProps,
  type DnsFirewallProps,
} from './dns-firewall';
export { MANAGED_DOMAIN_LISTS } from './dns-managed-lists';
export { FlowLogs, type FlowLogsDestination, type FlowLogsProps } from './flow-logs';
export type { FlowOptions } from './flow-options';
export { GovernmentLink, type DirectConnectLink, type GovernmentLinkProps, type LinkRouting } from './government-link';
export type { VpnLink } from './government-vpn';
export { HubAttachment, type HubAttachmentProps } from './hub-attachment';
export { HubRoutes, type HubRoutesProps } from './hub-routes';
export { MANAGED_RULE_GROUPS, type Countries } from './ingress-web-acl';
export {
  InspectionFirewall,
  type FirewallLogs,
  type InspectionFirewallProps,
  type InspectionOptions,
} from './inspection-firewall';
export { THREAT_RULE_GROUPS } from './inspection-managed-rules';
export type { InspectionAtHub, InspectionInVpc } from './inspection-placement';
export type { FirewallRuleFile } from './inspection-rule-files';
export type { TlsInspection } from './inspection-tls';
export { InternetEgress, type InternetEgressProps } from './internet-egress';
export { InternetIngress, type InternetIngressProps } from './internet-ingress';
export {
  NetworkProfile,
  NetworkProfileAssociation,
  type NetworkProfileAssociationProps,
  type NetworkProfileProps,
} from './network-profile';
export { INTERNET, type ExternalPeer } from './peer';
export type { ZonePlacement } from './placement';
export type { FlowPort, FlowPorts } from './ports';
export { PrivateEndpoints, type GatewayService, type PrivateEndpointsProps } from './private-endpoints';
export type { PublishTarget } from './published-host';
export { QueryLogs, type QueryLogsDestination, type QueryLogsProps } from './query-logs';
export { ResolverForwarding, type ForwardedDomain, type ResolverForwardingProps } from './resolver-forwarding';
export { ReverseProxy, type ReverseProxyProps } from './reverse-proxy';
export type { ProxiedHost } from './reverse-proxy-settings';
export { readParameter, SharedParameter, type SharedParameterProps } from './shared-parameter';
export { PURPOSE_TAG, ZONE_TAG } from '../../lib/model';
export { TransitHub, type TransitHubProps } from './transit-hub';
export { TransitRouting, type RoutedAttachment, type TransitRoute, type TransitRoutingProps } from './transit-routing';
export { ipv6OfZone, type Ipv6Choice } from './vpc-ipv6';
export { Zone, type ZoneIpv6, type ZoneProps } from './zone';
export type { PoolAllocation, ZoneSubnets } from './zone-subnets';
export { ZonedVpc, type ZonedVpcProps } from './zoned-vpc';
