import { FLOW_OPENED } from '../../claims';
import { kept, notExtended, off, present, ranked } from '../scales';
import { named, type Direction } from './direction';

/** Traffic stays away. */
export const REACHING: readonly Direction[] = [
  {
    property: named(
      'PubliclyAccessible',
      'MapPublicIpOnLaunch',
      'AssociatePublicIpAddress',
      'EndpointPublicAccess',
      'EnableHttpEndpoint',
    ),
    weaker: off,
    rule: FLOW_OPENED,
  },
  {
    property: named('AutoAcceptSharedAttachments'),
    weaker: ranked(['enable', 'disable'], 'disable'),
    rule: FLOW_OPENED,
  },
  {
    property: named('DefaultRouteTableAssociation', 'DefaultRouteTablePropagation'),
    types: /TransitGateway$/,
    weaker: ranked(['enable', 'disable'], 'enable'),
    rule: FLOW_OPENED,
  },
  {
    property: named('StatelessDefaultActions', 'StatelessFragmentDefaultActions'),
    weaker: ranked(['aws:pass', 'aws:forward_to_sfe', 'aws:drop']),
    rule: FLOW_OPENED,
  },
  { property: named('StatefulDefaultActions'), weaker: kept, rule: FLOW_OPENED },
  { property: named('AssignPublicIp'), weaker: ranked(['ENABLED', 'DISABLED'], 'DISABLED'), rule: FLOW_OPENED },
  { property: named('DirectInternetAccess'), weaker: ranked(['Enabled', 'Disabled']), rule: FLOW_OPENED },
  {
    property: named('NetworkAccessType', 'AppNetworkAccessType'),
    weaker: ranked(['PublicInternetOnly', 'VpcOnly']),
    rule: FLOW_OPENED,
  },
  {
    property: named('Scheme'),
    types: /LoadBalancer$/,
    weaker: ranked(['internet-facing', 'internal']),
    rule: FLOW_OPENED,
  },
  { property: /EndpointConfiguration\.Types$/, weaker: notExtended, rule: FLOW_OPENED },
  { property: named('PublicAccessCidrs', 'SourceIpRange'), weaker: notExtended, rule: FLOW_OPENED },
  { property: named('VpcConfig', 'VPCOptions', 'VpcConfiguration'), weaker: present, rule: FLOW_OPENED },
  {
    property: /^DefaultAction\.Allow$/,
    types: /^AWS::WAF/,
    weaker: (before, after) => before === undefined && after !== undefined,
    rule: FLOW_OPENED,
  },
];
