import type { Rule } from '../rule';
import { addressNotOnInstance } from './address-not-on-instance';
import { attachmentLeadsInside } from './attachment-leads-inside';
import { beanstalkInVpc } from './beanstalk-in-vpc';
import { callsToBackendsEncrypted } from './calls-to-backends-encrypted';
import { databaseSecurityGroupNarrow } from './database-security-group-narrow';
import { defaultGroupUnused } from './default-group-unused';
import { egressInspected } from './egress-inspected';
import { endpointServiceAcceptance } from './endpoint-service-acceptance';
import { endpointServiceNotPublic } from './endpoint-service-not-public';
import { firewallDefaultDrop } from './firewall-default-drop';
import { firewallDeletionProtected } from './firewall-deletion-protected';
import { firewallInspects } from './firewall-inspects';
import { firewallLogged } from './firewall-logged';
import { firewallRuleNarrow } from './firewall-rule-narrow';
import { fleetPortsFew } from './fleet-ports-few';
import { flowLogAllTraffic } from './flow-log-all-traffic';
import { internetEntersByFacingZones } from './internet-enters-by-facing-zones';
import { internetGatewayDeclared } from './internet-gateway-declared';
import { internetGatewayInFacingNetwork } from './internet-gateway-in-facing-network';
import { internetIngressInspected } from './internet-ingress-inspected';
import { internetLoadBalancerInDmz } from './internet-load-balancer-in-dmz';
import { internetRouteInFacingZone } from './internet-route-in-facing-zone';
import { latticeAuthenticated } from './lattice-authenticated';
import { latticeListenerEncrypted } from './lattice-listener-encrypted';
import { mailDomainAuthenticated } from './mail-domain-authenticated';
import { networkAclDenyWhole } from './network-acl-deny-whole';
import { networkAclFewPorts } from './network-acl-few-ports';
import { networkAclNoOpenIngress } from './network-acl-no-open-ingress';
import { networkAclNoOverlap } from './network-acl-no-overlap';
import { networkAclNumbersUnique } from './network-acl-numbers-unique';
import { networkAclProtocolNamed } from './network-acl-protocol-named';
import { peeringWithinAccount } from './peering-within-account';
import { publicAccessExclusionDeclared } from './public-access-exclusion-declared';
import { publicZoneSigned } from './public-zone-signed';
import { routeEgressOnlyDeclared } from './route-egress-only-declared';
import { routeToInternetDeclared } from './route-to-internet-declared';
import { securityGroupEgressDeclared } from './security-group-egress-declared';
import { securityGroupEgressPortsNamed } from './security-group-egress-ports-named';
import { securityGroupEgressProtocolNamed } from './security-group-egress-protocol-named';
import { securityGroupIngressPortsNamed } from './security-group-ingress-ports-named';
import { securityGroupIngressProtocolNamed } from './security-group-ingress-protocol-named';
import { securityGroupNoOpenAdminPorts } from './security-group-no-open-admin-ports';
import { securityGroupNoOpenEgress } from './security-group-no-open-egress';
import { securityGroupNoOpenIngress } from './security-group-no-open-ingress';
import { securityGroupNoRemoteAdministration } from './security-group-no-remote-administration';
import { securityGroupPublicSourcesSingle } from './security-group-public-sources-single';
import { securityGroupRulesDescribed } from './security-group-rules-described';
import { subnetNoPublicAddresses } from './subnet-no-public-addresses';
import { trafficBetweenVpcsInspected } from './traffic-between-vpcs-inspected';
import { transitGatewayFlowLogs } from './transit-gateway-flow-logs';
import { transitGatewayNoAutoAccept } from './transit-gateway-no-auto-accept';
import { transitGatewayNoDefaultRouting } from './transit-gateway-no-default-routing';
import { vpcAnswersValidated } from './vpc-answers-validated';
import { vpcDefaultGroupClosed } from './vpc-default-group-closed';
import { vpcEndpointPolicyLimited } from './vpc-endpoint-policy-limited';
import { vpcFlowLogs } from './vpc-flow-logs';
import { vpcPublicAccessBlocked } from './vpc-public-access-blocked';
import { vpnNoAcceleration } from './vpn-no-acceleration';
import { zonesFlowsPossible } from './zones-flows-possible';
import { zonesTrafficDeclared } from './zones-traffic-declared';

/** Rules of the family network. */
export const networkRules: readonly Rule[] = [
  addressNotOnInstance,
  attachmentLeadsInside,
  beanstalkInVpc,
  callsToBackendsEncrypted,
  databaseSecurityGroupNarrow,
  defaultGroupUnused,
  egressInspected,
  endpointServiceAcceptance,
  endpointServiceNotPublic,
  firewallDefaultDrop,
  firewallDeletionProtected,
  firewallInspects,
  firewallLogged,
  firewallRuleNarrow,
  fleetPortsFew,
  flowLogAllTraffic,
  internetEntersByFacingZones,
  internetGatewayDeclared,
  internetGatewayInFacingNetwork,
  internetIngressInspected,
  internetLoadBalancerInDmz,
  internetRouteInFacingZone,
  latticeAuthenticated,
  latticeListenerEncrypted,
  mailDomainAuthenticated,
  networkAclDenyWhole,
  networkAclFewPorts,
  networkAclNoOpenIngress,
  networkAclNoOverlap,
  networkAclNumbersUnique,
  networkAclProtocolNamed,
  peeringWithinAccount,
  publicAccessExclusionDeclared,
  publicZoneSigned,
  routeEgressOnlyDeclared,
  routeToInternetDeclared,
  securityGroupEgressDeclared,
  securityGroupEgressPortsNamed,
  securityGroupEgressProtocolNamed,
  securityGroupIngressPortsNamed,
  securityGroupIngressProtocolNamed,
  securityGroupNoOpenAdminPorts,
  securityGroupNoOpenEgress,
  securityGroupNoOpenIngress,
  securityGroupNoRemoteAdministration,
  securityGroupPublicSourcesSingle,
  securityGroupRulesDescribed,
  subnetNoPublicAddresses,
  trafficBetweenVpcsInspected,
  transitGatewayFlowLogs,
  transitGatewayNoAutoAccept,
  transitGatewayNoDefaultRouting,
  vpcAnswersValidated,
  vpcDefaultGroupClosed,
  vpcEndpointPolicyLimited,
  vpcFlowLogs,
  vpcPublicAccessBlocked,
  vpnNoAcceleration,
  zonesFlowsPossible,
  zonesTrafficDeclared,
];
