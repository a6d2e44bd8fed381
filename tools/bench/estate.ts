import type { Flow } from '../../lib/model';
import { graphOf, templateFromObject, type Graph, type Template } from '../../lib/template';

const ref = (id: string) => ({ Ref: id });
const ZONES = ['web', 'app', 'data'] as const;
const PORTS = { web: 443, app: 8080, data: 5432 } as const;
const AVAILABILITY_ZONES = ['a', 'b', 'c'] as const;

type Resources = Record<string, object>;

/**
 * Departments behind one transit gateway: a VPC each, three zones over three availability zones, subnets of their own for
 * the attachment. The first department's addresses may reach all web zones; web reaches app, app reaches data.
 * @param flowsOf What the template of a department declares, by its number. @default nothing
 */
export function estate(departments: number, flowsOf: (department: number) => readonly Flow[] = () => []): Graph {
  const hub: Resources = {
    Tgw: {
      Type: 'AWS::EC2::TransitGateway',
      Properties: { DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' },
    },
    Spokes: { Type: 'AWS::EC2::TransitGatewayRouteTable', Properties: { TransitGatewayId: ref('Tgw') } },
  };
  const templates: Template[] = [];
  for (let index = 0; index < departments; index += 1) {
    templates.push(department(index, flowsOf(index)));
    const properties = {
      TransitGatewayRouteTableId: ref('Spokes'),
      TransitGatewayAttachmentId: { 'Fn::ImportValue': `Attachment${index}` },
    };
    for (const kind of ['Association', 'Propagation']) {
      hub[`${kind}${index}`] = { Type: `AWS::EC2::TransitGatewayRouteTable${kind}`, Properties: properties };
    }
  }
  const outputs = { Tgw: { Value: ref('Tgw'), Export: { Name: 'Tgw' } } };
  return graphOf([...templates, templateFromObject('hub.json', { Resources: hub, Outputs: outputs })]);
}

function department(index: number, flows: readonly Flow[]): Template {
  const net = `${10 + Math.floor(index / 256)}.${index % 256}`;
  const resources: Resources = {
    Vpc: {
      Type: 'AWS::EC2::VPC',
      Properties: { CidrBlock: `${net}.0.0/16`, Tags: tag('Name', `department-${index}`) },
    },
  };
  for (const [number, zone] of ZONES.entries()) Object.assign(resources, zoneResources(zone, net, number * 16));
  for (const [number, az] of AVAILABILITY_ZONES.entries()) {
    resources[`Edge${az}`] = subnet(`${net}.${128 + number}.0/24`, az, tag('lionrock:purpose', 'hub-attachment'));
  }
  const SubnetIds = AVAILABILITY_ZONES.map((az) => ref(`Edge${az}`));
  resources['Attachment'] = {
    Type: 'AWS::EC2::TransitGatewayAttachment',
    Properties: { VpcId: ref('Vpc'), TransitGatewayId: { 'Fn::ImportValue': 'Tgw' }, SubnetIds },
  };
  const outputs = { Attachment: { Value: ref('Attachment'), Export: { Name: `Attachment${index}` } } };
  const claims = flows.length > 0 ? { Metadata: { Lionrock: { flows } } } : {};
  return templateFromObject(`department-${index}.json`, { ...claims, Resources: resources, Outputs: outputs });
}

function zoneResources(zone: (typeof ZONES)[number], net: string, first: number): Resources {
  const port = { IpProtocol: 'tcp', FromPort: PORTS[zone], ToPort: PORTS[zone] };
  const before = { web: { CidrIp: '10.0.0.0/16' }, app: member('web'), data: member('app') }[zone];
  const resources: Resources = {
    [`Group${zone}`]: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        VpcId: ref('Vpc'),
        Tags: tag('lionrock:zone', zone),
        SecurityGroupIngress: [{ ...port, ...before }],
      },
    },
    [`Table${zone}`]: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } },
    [`Route${zone}`]: {
      Type: 'AWS::EC2::Route',
      Properties: {
        RouteTableId: ref(`Table${zone}`),
        DestinationCidrBlock: '0.0.0.0/0',
        TransitGatewayId: { 'Fn::ImportValue': 'Tgw' },
      },
    },
    [`Acl${zone}`]: { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: ref('Vpc') } },
    [`Balancer${zone}`]: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: {
        Scheme: 'internal',
        Subnets: AVAILABILITY_ZONES.map((az) => ref(`Subnet${zone}${az}`)),
        SecurityGroups: [ref(`Group${zone}`)],
      },
    },
  };
  for (const isOut of [false, true]) Object.assign(resources, aclEntries(zone, isOut));
  for (const [number, az] of AVAILABILITY_ZONES.entries()) {
    const id = `Subnet${zone}${az}`;
    resources[id] = subnet(`${net}.${first + number}.0/24`, az, tag('lionrock:zone', zone));
    resources[`${id}Table`] = {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: ref(id), RouteTableId: ref(`Table${zone}`) },
    };
    resources[`${id}Acl`] = {
      Type: 'AWS::EC2::SubnetNetworkAclAssociation',
      Properties: { SubnetId: ref(id), NetworkAclId: ref(`Acl${zone}`) },
    };
  }
  return resources;
}

function aclEntries(zone: string, isOut: boolean): Resources {
  const common = { NetworkAclId: ref(`Acl${zone}`), Egress: isOut };
  const deny = {
    RuleNumber: 50,
    RuleAction: 'deny',
    Protocol: 6,
    PortRange: { From: 22, To: 22 },
    CidrBlock: '0.0.0.0/0',
  };
  const allow = { RuleNumber: 100, RuleAction: 'allow', Protocol: -1, CidrBlock: '10.0.0.0/7' };
  const entry = (rule: object) => ({ Type: 'AWS::EC2::NetworkAclEntry', Properties: { ...common, ...rule } });
  const name = `Acl${zone}${isOut ? 'Out' : 'In'}`;
  return { [`${name}Deny`]: entry(deny), [`${name}Allow`]: entry(allow) };
}

function subnet(block: string, az: string, tags: readonly object[]): object {
  const properties = { VpcId: ref('Vpc'), CidrBlock: block, AvailabilityZone: `ap-east-1${az}`, Tags: tags };
  return { Type: 'AWS::EC2::Subnet', Properties: properties };
}

function member(zone: string): object {
  return { SourceSecurityGroupId: { 'Fn::GetAtt': [`Group${zone}`, 'GroupId'] } };
}

function tag(key: string, value: string): readonly object[] {
  return [{ Key: key, Value: value }];
}
