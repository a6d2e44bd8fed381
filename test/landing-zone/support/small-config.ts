import type { z } from 'zod';
import { landingZoneSchema, type LandingZoneConfig } from '../../../lib/config';

/** A landing zone as a user writes it: defaults absent. */
export type LandingZoneInput = z.input<typeof landingZoneSchema>;

/** Folder to which paths in the small landing zone (`code` of functions) are relative: the `configFolder` of stacks. */
export const SMALL_CONFIG_FOLDER = __dirname;

const ZONES = ['ap-east-1a', 'ap-east-1b', 'ap-east-1c'];

/** One /24 for each availability zone, beginning at the third octet given. */
const subnets = (third: number): string[] => ZONES.map((_, index) => `10.64.${third + index}.0/24`);
const smallSubnets = (third: number): string[] => ZONES.map((_, index) => `10.64.${third}.${index * 16}/28`);

const holds = (description: string) => ({ classification: 'UNCLASSIFIED', personalData: false, description });
const account = (name: string, number: number) => ({
  name,
  id: String(200000000000 + number),
  department: 'digital-policy-office',
  owner: `${name}@cloud.example.gov.hk`,
});

function network(): LandingZoneInput['accounts'][number] {
  return {
    ...account('network', 4),
    role: 'network',
    unit: 'Infrastructure',
    holds: holds('Hub, inspection and the way in from the internet'),
    vpcs: [
      {
        name: 'perimeter',
        cidr: '10.64.0.0/20',
        internetGateway: true,
        zones: { 'internet-dmz': subnets(0) },
        attachment: { subnets: smallSubnets(15), associate: 'spokes', propagate: ['inspected'] },
      },
      {
        name: 'inspection',
        cidr: '10.64.16.0/20',
        zones: { inspection: subnets(16) },
        attachment: { subnets: smallSubnets(31), associate: 'inspected', propagate: ['spokes'] },
      },
    ],
  };
}

function workloads(): NonNullable<LandingZoneInput['accounts'][number]['workloads']> {
  return [
    {
      name: 'portal',
      type: 'web-service',
      image: '200000000005.dkr.ecr.ap-east-1.amazonaws.com/portal:1.0.0',
      certificateArn: 'arn:aws:acm:ap-east-1:200000000011:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2b',
      database: 'portal-db',
      tables: ['bookmarks'],
    },
    { name: 'portal-db', type: 'postgres' },
    { name: 'bookmarks', type: 'table', partitionKey: 'reference' },
    { name: 'published-feeds', type: 'dataset' },
    { name: 'feed-updates', type: 'queue' },
    {
      name: 'feed-importer',
      type: 'function',
      code: 'function-code',
      queue: 'feed-updates',
      tables: ['bookmarks'],
      datasets: ['published-feeds'],
    },
    { name: 'nightly-report', type: 'function', code: 'function-code', schedule: 'rate(1 day)' },
  ];
}

function eServices(): LandingZoneInput['accounts'][number] {
  return {
    ...account('e-services-prod', 11),
    department: 'e-services',
    unit: 'Digital-Government/Production',
    systemTier: 2,
    holds: holds('Public information on government services'),
    vpcs: [
      {
        cidr: '10.64.32.0/20',
        zones: { application: subnets(32), data: subnets(36), management: subnets(40) },
        attachment: { subnets: smallSubnets(47), associate: 'spokes', propagate: ['inspected'] },
        interfaceEndpoints: ['dynamodb', 'ecr.api', 'ecr.dkr', 'kms', 'logs', 's3', 'secretsmanager', 'sqs', 'sts'],
        flows: [
          {
            id: 'application-to-services',
            from: 'application',
            to: 'management',
            ports: [443],
            reason: 'Services call AWS through private endpoints',
          },
          {
            id: 'application-to-database',
            from: 'application',
            to: 'data',
            ports: [15432],
            reason: 'The portal keeps its content in the database',
          },
        ],
      },
    ],
    workloads: workloads(),
  };
}

function networkPlan(): LandingZoneInput['network'] {
  return {
    addressSpace: ['10.64.0.0/16'],
    hub: {
      account: 'network',
      routeTables: [
        { name: 'spokes', routes: [{ cidr: '0.0.0.0/0', vpc: 'inspection' }] },
        { name: 'inspected', routes: [{ cidr: '192.168.0.0/16', blackhole: true }] },
      ],
    },
    inspection: { vpc: 'inspection' },
    ingress: {
      vpc: 'perimeter',
      certificateArn: 'arn:aws:acm:ap-east-1:200000000004:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a',
      publish: [{ hostname: 'www.e-services.example.gov.hk', account: 'e-services-prod', workload: 'portal' }],
    },
    flows: [
      {
        id: 'internet-to-dmz',
        from: 'internet',
        to: 'perimeter/internet-dmz',
        ports: [443],
        reason: 'Citizens reach the published services',
      },
      {
        id: 'dmz-to-portal',
        from: 'perimeter/internet-dmz',
        to: 'e-services-prod/application',
        ports: [443],
        reason: 'The public load balancer passes requests on',
      },
    ],
  };
}

/** The small landing zone as input to the schema: a new object at each call, free to change. */
export function smallInput(): LandingZoneInput {
  return {
    version: 1,
    name: 'small',
    profile: 'hk-s17',
    deploymentModel: 'public',
    homeRegion: 'ap-east-1',
    availabilityZones: [...ZONES],
    contacts: { security: 'security@cloud.example.gov.hk', operations: 'operations@cloud.example.gov.hk' },
    organization: {
      id: 'o-small12345',
      rootId: 'r-sm01',
      units: [
        { name: 'Security', id: 'ou-sm01-security1' },
        { name: 'Infrastructure', id: 'ou-sm01-infrastr' },
        { name: 'Digital-Government', id: 'ou-sm01-digitalg' },
        { name: 'Production', id: 'ou-sm01-digprod01', parent: 'Digital-Government' },
        { name: 'Sandbox', id: 'ou-sm01-sandbox1', sandbox: true },
        { name: 'Suspended', id: 'ou-sm01-suspende', suspended: true },
      ],
    },
    accounts: [
      { ...account('management', 1), role: 'management', holds: holds('Organisation policies and the trail') },
      { ...account('log-archive', 2), role: 'log-archive', unit: 'Security', holds: holds('Logs of all accounts') },
      { ...account('audit', 3), role: 'audit', unit: 'Security', holds: holds('Findings and audit access') },
      network(),
      {
        ...account('shared-services', 5),
        role: 'shared-services',
        unit: 'Infrastructure',
        holds: holds('Build and delivery tools'),
      },
      eServices(),
    ],
    network: networkPlan(),
    identity: { breakGlass: { trustedPrincipals: ['arn:aws:iam::200000000001:root'] } },
    tags: { 'landing-zone': 'small' },
  };
}

/**
 * A small, valid landing zone (hk-s17, public cloud, ap-east-1, three availability zones) with one account of each
 * role and every type of workload, as stacks get it.
 * @param overrides Top-level keys that replace those of the small landing zone.
 */
export function smallConfig(overrides: Partial<LandingZoneInput> = {}): LandingZoneConfig {
  return landingZoneSchema.parse({ ...smallInput(), ...overrides });
}
