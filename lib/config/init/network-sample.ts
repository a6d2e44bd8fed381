import type { z } from 'zod';
import type { networkSchema } from '../schema';

/** The network of the landing zone that `lionrock init` writes; parts of it are written as comments. */
export const NETWORK_PLAN: z.input<typeof networkSchema> = {
  addressSpace: ['10.64.0.0/16'],
  addressPools: false,
  ipv6: { ipamPoolId: 'ipam-pool-0123456789abcdef0', addressSpace: ['fd12:3456:789a::/48'], internet: true },
  networkAclRuleQuota: 20,
  hub: {
    account: 'network',
    routeTables: [
      { name: 'spokes', routes: [{ cidr: '0.0.0.0/0', vpc: 'inspection' }] },
      { name: 'inspected', routes: [{ cidr: '192.168.0.0/16', blackhole: true }] },
    ],
  },
  inspection: {
    vpc: 'inspection',
    atHub: { associate: 'inspected' },
    managedRuleGroups: ['MalwareDomainsStrictOrder'],
    ruleFiles: [{ name: 'house-rules', path: 'firewall/house.rules' }],
    tls: {
      serverCertificateArns: ['arn:aws:acm:ap-east-1:110000000004:certificate/00000000-0000-4000-8000-000000000005'],
    },
  },
  egress: { vpc: 'egress' },
  government: {
    name: 'government-network',
    routeTable: 'government',
    directConnect: { asn: 64513 },
    vpn: { customerAddress: '203.0.113.10', customerAsn: 65010 },
    announced: ['10.64.0.0/21'],
    accepted: ['10.200.0.0/16'],
  },
  names: {
    vpc: 'shared-services',
    zone: 'management',
    endpoints: ['monitoring'],
    exceptions: [
      {
        name: 'AgentDownloads',
        actions: ['s3:GetObject'],
        resources: ['arn:aws:s3:::agents.example.com/*'],
        reason: 'Agents are loaded from their maker',
      },
    ],
    allow: ['*.amazonaws.com'],
    forward: [{ domain: 'gnet.example.hk', servers: ['10.200.0.10'] }],
  },
  ingress: {
    vpc: 'perimeter',
    countries: { allow: ['HK'], block: ['XX'] },
    certificateArn: 'arn:aws:acm:ap-east-1:110000000004:certificate/00000000-0000-4000-8000-000000000004',
    proxy: {
      image: `110000000005.dkr.ecr.ap-east-1.amazonaws.com/envoy@sha256:${'0'.repeat(64)}`,
      certificateSecretArn: 'arn:aws:secretsmanager:ap-east-1:110000000004:secret:proxy/tls-AbCdEf',
    },
    publish: [{ hostname: 'www.e-services.example.gov.hk', account: 'e-services-prod', workload: 'portal' }],
  },
  furtherIngresses: [
    {
      name: 'payments',
      vpc: 'perimeter',
      certificateArn: 'arn:aws:acm:ap-east-1:110000000004:certificate/00000000-0000-4000-8000-000000000006',
      countries: { block: ['XX'] },
      proxy: {
        image: `110000000005.dkr.ecr.ap-east-1.amazonaws.com/envoy@sha256:${'0'.repeat(64)}`,
        certificateSecretArn: 'arn:aws:secretsmanager:ap-east-1:110000000004:secret:proxy/tls-AbCdEf',
      },
      publish: [{ hostname: 'www.payments.example.gov.hk', account: 'e-services-prod', workload: 'portal' }],
    },
  ],
  flows: [
    {
      id: 'internet-to-dmz',
      from: 'internet',
      to: 'perimeter/internet-dmz',
      ports: [443],
      reason: 'Citizens reach the published services over HTTPS',
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
