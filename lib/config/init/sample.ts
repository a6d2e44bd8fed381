import type { z } from 'zod';
import type { landingZoneSchema } from '../schema';
import { NETWORK_PLAN } from './network-sample';
import { TRANSFERS } from './transfer-sample';

type Input = z.input<typeof landingZoneSchema>;
type Account = Input['accounts'][number];

const holds = (description: string) => ({ classification: 'UNCLASSIFIED', personalData: false, description });

const NETWORK: Account = {
  name: 'network',
  id: '110000000004',
  unit: 'Infrastructure',
  role: 'network',
  department: 'digital-policy-office',
  owner: 'network-operations@cloud.example.gov.hk',
  systemTier: 2,
  holds: holds('Transit hub, inspection and the one way in from the internet'),
  vpcs: [
    {
      name: 'perimeter',
      cidr: '10.64.0.0/21',
      internetGateway: true,
      zones: { 'internet-dmz': ['10.64.0.0/24', '10.64.1.0/24', '10.64.2.0/24'] },
      attachment: {
        subnets: ['10.64.7.0/28', '10.64.7.16/28', '10.64.7.32/28'],
        associate: 'spokes',
        propagate: ['inspected'],
      },
    },
    {
      name: 'inspection',
      cidr: '10.64.8.0/23',
      zones: { inspection: ['10.64.8.0/26', '10.64.8.64/26', '10.64.8.128/26'] },
      attachment: {
        subnets: ['10.64.9.0/28', '10.64.9.16/28', '10.64.9.32/28'],
        associate: 'inspected',
        propagate: ['spokes'],
      },
    },
  ],
};

const DEPARTMENT: Account = {
  name: 'e-services-prod',
  id: '110000000011',
  unit: 'Digital-Government/Production',
  department: 'e-services',
  environment: 'production',
  owner: 'owner@e-services.example.gov.hk',
  systemTier: 2,
  holds: holds('Public information on government services'),
  keyStore: {
    id: 'cks-1234567890abcdef0',
    type: 'external',
    keys: [{ purpose: 'data', externalKeyId: 'e-services-data-1' }],
  },
  vpcs: [
    {
      cidr: '10.64.32.0/21',
      ipv6: 'fd12:3456:789a:2000::/56',
      zones: {
        application: ['10.64.32.0/24', '10.64.33.0/24', '10.64.34.0/24'],
        data: ['10.64.35.0/26', '10.64.35.64/26', '10.64.35.128/26'],
        management: ['10.64.36.0/26', '10.64.36.64/26', '10.64.36.128/26'],
      },
      attachment: {
        subnets: ['10.64.39.0/28', '10.64.39.16/28', '10.64.39.32/28'],
        associate: 'spokes',
        propagate: ['inspected'],
      },
      interfaceEndpoints: ['dynamodb', 'ecr.api', 'ecr.dkr', 'kms', 'logs', 's3', 'secretsmanager', 'sqs', 'sts'],
      flows: [
        {
          id: 'application-to-services',
          from: 'application',
          to: 'management',
          ports: [443],
          reason: 'Services and functions call AWS through private endpoints',
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
  workloads: [
    {
      type: 'web-service',
      name: 'portal',
      image: '110000000005.dkr.ecr.ap-east-1.amazonaws.com/e-services/portal:1.0.0',
      certificateArn: 'arn:aws:acm:ap-east-1:110000000011:certificate/00000000-0000-4000-8000-000000000011',
      database: 'portal-db',
      tables: ['bookmarks'],
    },
    { type: 'postgres', name: 'portal-db' },
    { type: 'table', name: 'bookmarks', partitionKey: 'reference' },
    { type: 'dataset', name: 'published-feeds' },
    { type: 'queue', name: 'feed-updates' },
    {
      type: 'function',
      name: 'feed-importer',
      code: 'functions/feed-importer',
      queue: 'feed-updates',
      datasets: ['published-feeds'],
    },
    {
      type: 'exchange',
      name: 'directory-exchange',
      transfer: 'directory-to-macao',
      senders: ['directory-editor'],
      approvers: ['directory-release-officer'],
      recipientKey: 'keys/directory-recipient.pem',
      delivery: {
        by: 'sftp',
        credentialsSecretArn: 'arn:aws:secretsmanager:ap-east-1:110000000011:secret:exchange/directory-AbCdEf',
        trustedHostKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGcQxGmWmVmJ0mE1yP0q3mJb2yYk9Z0m3mC1b7f6d8eE'],
      },
    },
  ],
};

/** The landing zone that `lionrock init` writes: small, complete, made up. */
export const INITIAL: Input = {
  version: 1,
  name: 'my-landing-zone',
  profile: 'hk-s17',
  profiles: [
    {
      id: 'my-department',
      extends: 'hk-s17',
      source: 'Departmental IT Security Policy 3.0',
      ceilings: { 'in-house-private': 'RESTRICTED' },
      zones: [{ name: 'laboratory', title: 'Laboratory', trust: 4 }],
      retentionDays: { infrastructure: 400 },
      waiverDays: { critical: 30 },
    },
  ],
  deploymentModel: 'public',
  homeRegion: 'ap-east-1',
  availabilityZones: ['ap-east-1a', 'ap-east-1b', 'ap-east-1c'],
  contacts: {
    security: 'security-operations@cloud.example.gov.hk',
    operations: 'platform-operations@cloud.example.gov.hk',
  },
  organization: {
    id: 'o-hkgov12345',
    rootId: 'r-hk01',
    units: [
      { name: 'Security', id: 'ou-hk01-security1' },
      { name: 'Infrastructure', id: 'ou-hk01-infrastr' },
      { name: 'Digital-Government', id: 'ou-hk01-digitalg' },
      { name: 'Production', id: 'ou-hk01-digprod01', parent: 'Digital-Government' },
      { name: 'Sandbox', id: 'ou-hk01-sandbox1', sandbox: true },
      { name: 'Suspended', id: 'ou-hk01-suspende', suspended: true },
    ],
  },
  accounts: [
    {
      name: 'management',
      id: '110000000001',
      role: 'management',
      department: 'digital-policy-office',
      owner: 'organisation-owner@cloud.example.gov.hk',
      systemTier: 2,
      holds: holds('Organisation policies and the organisation trail; no workloads'),
    },
    {
      name: 'log-archive',
      id: '110000000002',
      unit: 'Security',
      role: 'log-archive',
      department: 'digital-policy-office',
      owner: 'log-custodian@cloud.example.gov.hk',
      systemTier: 2,
      holds: holds('Logs of all accounts, locked for their retention'),
    },
    {
      name: 'audit',
      id: '110000000003',
      unit: 'Security',
      role: 'audit',
      department: 'digital-policy-office',
      owner: 'security-audit@cloud.example.gov.hk',
      systemTier: 2,
      holds: holds('Findings, configuration history and read-only audit access'),
    },
    NETWORK,
    {
      name: 'shared-services',
      id: '110000000005',
      unit: 'Infrastructure',
      role: 'shared-services',
      department: 'digital-policy-office',
      owner: 'platform-operations@cloud.example.gov.hk',
      holds: holds('Build and delivery tools, container images'),
    },
    DEPARTMENT,
  ],
  baseline: {
    delivery: 'stacks',
    administrator: 'management',
    waves: [['Security', 'Infrastructure'], ['Digital-Government']],
    failureTolerancePercent: 10,
    concurrentPercent: 20,
  },
  deployment: { account: 'management' },
  deploymentHook: { mode: 'closed', failureMode: 'WARN', exemptRoles: [], waivers: [], guard: { except: [] } },
  network: NETWORK_PLAN,
  logging: {
    retentionDays: { infrastructure: 400 },
    dataEvents: true,
    dataEventSelectors: [
      { type: 'AWS::S3::Object', events: 'all' },
      { type: 'AWS::DynamoDB::Table', events: 'all' },
      { type: 'AWS::Lambda::Function', events: 'all' },
    ],
    collection: { exclude: [] },
    sessions: { idleMinutes: 15, maxMinutes: 60 },
    silenceMinutes: { trail: 30, config: 1800, network: 60, access: 360, groups: 60 },
  },
  guardrails: {
    policies: [
      {
        name: 'deny-marketplace',
        description: 'Departments buy through the central contract, not from the marketplace',
        document: {
          Version: '2012-10-17',
          Statement: [{ Sid: 'DenyMarketplace', Effect: 'Deny', Action: ['aws-marketplace:Subscribe'], Resource: '*' }],
        },
        targets: ['Digital-Government'],
      },
    ],
  },
  identity: {
    breakGlass: { trustedPrincipals: ['arn:aws:iam::110000000001:root'] },
    pipelines: [
      {
        name: 'portal',
        type: 'github',
        repository: 'e-services/portal',
        branch: 'main',
        environment: 'production',
        accounts: ['e-services-prod'],
      },
      {
        name: 'network',
        type: 'gitlab',
        project: 'platform/network',
        branch: 'main',
        environmentTier: 'production',
        accounts: ['network'],
      },
    ],
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      permissionSets: [
        {
          name: 'SecurityAudit',
          description: 'Reads configuration and findings in every account',
          managedPolicies: ['SecurityAudit'],
          assignments: [{ groupId: '90670a1b2c-00000000-0000-0000-0000-000000000001', accounts: ['audit'] }],
        },
      ],
    },
  },
  properties: [
    {
      name: 'internet-not-to-data',
      from: 'internet',
      to: 'data',
      expect: 'no',
      reason: 'Records are kept where no visitor can reach them',
    },
  ],
  gatePolicy: {
    failOn: 'high',
    maxUnknown: 0,
    inline: 'strict',
    now: 'present',
    packs: ['AwsSolutions'],
    waiverDays: { critical: 30, high: 90, medium: 180, low: 366 },
  },
  transfers: TRANSFERS,
  tags: { 'landing-zone': 'my-landing-zone' },
};
