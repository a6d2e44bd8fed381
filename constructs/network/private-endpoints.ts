import { aws_ec2 as ec2, Fn, Stack, type aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { perimeterStatements } from './endpoint-policy';
import type { ZonePlacement } from './placement';

/** Services that can be reached through a gateway endpoint. */
export type GatewayService = 's3' | 'dynamodb';

export interface PrivateEndpointsProps {
  /**
   * Zone in which the interface endpoints stand and whose security groups they wear: a flow on port 443 to the zone
   * is a flow to them.
   */
  readonly zone: ZonePlacement;
  /** Services reached through interface endpoints, by the end of their names: `logs`, `kms`, `ecr.api`. */
  readonly services: readonly string[];
  /** Id of the organisation: its principals and resources alone may be used. @default this account's alone */
  readonly organizationId?: string;
  /**
   * Statements for what lies outside and is needed all the same: each has a name (`sid`) and names its resources.
   * @default none
   */
  readonly exceptions?: readonly iam.PolicyStatement[];
  /**
   * Services reached through gateway endpoints. They cost nothing, but network ACLs cannot name their addresses: for
   * zones of a `ZonedVpc` use interface endpoints. @default none
   */
  readonly gatewayServices?: readonly GatewayService[];
  /** Zones whose route tables lead to the gateway endpoints. @default `zone` */
  readonly gatewayZones?: readonly ZonePlacement[];
}

/**
 * Services without private DNS names: clients are told the endpoint's own name (`dnsName`).
 * Source: Amazon DynamoDB developer guide, AWS PrivateLink for DynamoDB, considerations.
 */
const WITHOUT_PRIVATE_DNS = ['dynamodb', 'dynamodb-streams'];

const GATEWAYS = {
  s3: ec2.GatewayVpcEndpointAwsService.S3,
  dynamodb: ec2.GatewayVpcEndpointAwsService.DYNAMODB,
} as const;

/** AWS services reached without leaving the network, by the organisation alone (NET-10, RES-14). */
export class PrivateEndpoints extends Construct {
  private readonly endpoints = new Map<string, ec2.InterfaceVpcEndpoint>();

  /** @throws Error when a service is named twice or its name is malformed. */
  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    this.requireServices(props);
    for (const service of props.services) this.endpoints.set(service, this.interfaceEndpoint(service, props));
    for (const service of props.gatewayServices ?? []) this.gatewayEndpoint(service, props);
  }

  /** @throws Error that lists the services when there is no interface endpoint for this one. */
  endpoint(service: string): ec2.IInterfaceVpcEndpoint {
    return this.find(service);
  }

  /**
   * The endpoint's own name, for services whose usual name does not lead to it:
   * `AWS_ENDPOINT_URL_DYNAMODB=https://<name>`.
   * @throws Error that lists the services when there is no interface endpoint for this one.
   */
  dnsName(service: string): string {
    // Entries read `hosted zone:name`; the first is the regional one.
    return Fn.select(1, Fn.split(':', Fn.select(0, this.find(service).vpcEndpointDnsEntries)));
  }

  /** ARNs of the interface endpoints by service, for a `NetworkProfile` that leads other VPCs to them. */
  get endpointArns(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.endpoints].map(([service, { vpcEndpointId }]) => [service, this.arnOf(vpcEndpointId)]),
    );
  }

  private arnOf(resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ec2', resource: 'vpc-endpoint', resourceName });
  }

  private find(service: string): ec2.InterfaceVpcEndpoint {
    const found = this.endpoints.get(service);
    if (found) return found;
    throw new Error(
      `[${this.node.path}] has no interface endpoint for "${service}", expected one of ` +
        `${[...this.endpoints.keys()].join(', ')}; add it to \`services\``,
    );
  }

  private interfaceEndpoint(service: string, props: PrivateEndpointsProps): ec2.InterfaceVpcEndpoint {
    const { zone } = props;
    const endpoint = new ec2.InterfaceVpcEndpoint(this, service, {
      vpc: zone.vpc,
      service: new ec2.InterfaceVpcEndpointAwsService(service),
      subnets: { subnets: [...zone.subnets] },
      securityGroups: [...zone.securityGroups],
      open: false,
      privateDnsEnabled: !WITHOUT_PRIVATE_DNS.includes(service),
      ...(service === 's3' ? s3Names(props) : {}),
    });
    for (const statement of this.statements(service, props)) endpoint.addToPolicy(statement);
    return endpoint;
  }

  private gatewayEndpoint(service: GatewayService, props: PrivateEndpointsProps): void {
    const zones = props.gatewayZones ?? [props.zone];
    const endpoint = new ec2.GatewayVpcEndpoint(this, `gateway-${service}`, {
      vpc: props.zone.vpc,
      service: GATEWAYS[service],
      subnets: zones.map((zone) => ({ subnets: [...zone.subnets] })),
    });
    for (const statement of this.statements(service, props)) endpoint.addToPolicy(statement);
  }

  private statements(service: string, props: PrivateEndpointsProps): iam.PolicyStatement[] {
    return perimeterStatements(this, service, {
      organizationId: props.organizationId,
      imageLayers: props.services.includes('ecr.dkr'),
      exceptions: props.exceptions ?? [],
    });
  }

  private requireServices({ services, gatewayServices = [] }: PrivateEndpointsProps): void {
    const malformed = services.find((service) => !/^[a-z][a-z0-9.-]+$/.test(service));
    if (malformed !== undefined) {
      throw new Error(
        `[${this.node.path}] services: found "${malformed}", expected the end of a service name such as logs, kms or ecr.api`,
      );
    }
    for (const names of [services, gatewayServices]) {
      const repeated = names.find((name, index) => names.indexOf(name) !== index);
      if (repeated !== undefined) {
        throw new Error(`[${this.node.path}] services: found ${repeated} twice, expected each service once`);
      }
    }
  }
}

/** Without a gateway endpoint beside it, the interface endpoint must answer for S3 to everyone in the VPC. */
function s3Names({ gatewayServices = [] }: PrivateEndpointsProps) {
  const { ALL_RESOLVERS, ONLY_INBOUND_RESOLVER } = ec2.VpcEndpointPrivateDnsOnlyForInboundResolverEndpoint;
  return {
    privateDnsOnlyForInboundResolverEndpoint: gatewayServices.includes('s3') ? ONLY_INBOUND_RESOLVER : ALL_RESOLVERS,
  };
}
