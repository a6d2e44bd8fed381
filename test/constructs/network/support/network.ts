import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { HubAttachment, ZonedVpc, type ZonedVpcProps } from '../../../../constructs/network';

export const ARCHIVE = { archiveBucketArn: 'arn:aws:s3:::government-archive-network' };
export const ZONES_A_TO_C = ['ap-east-1a', 'ap-east-1b', 'ap-east-1c'];

const OUT = mkdtempSync(join(tmpdir(), 'lionrock-network-'));
afterAll(() => rmSync(OUT, { recursive: true, force: true }));

/** A stack in Hong Kong, whose assembly is removed after the tests of the file. */
export function networkStack(id = 'Network'): Stack {
  return new Stack(new App({ outdir: OUT }), id, { env: { account: '111122223333', region: 'ap-east-1' } });
}

/** Three subnets cut from one /22, beginning at the third octet given. */
export function thirds(third: number): string[] {
  return [0, 1, 2].map((offset) => `10.64.${third + offset}.0/24`);
}

/** A department's VPC: application and data in three availability zones. */
export function departmentVpc(stack: Stack, id = 'licensing', props: Partial<ZonedVpcProps> = {}): ZonedVpc {
  return new ZonedVpc(stack, id, {
    cidr: '10.64.32.0/20',
    availabilityZones: ZONES_A_TO_C,
    zones: [
      { name: 'application', subnets: thirds(32) },
      { name: 'data', subnets: thirds(36) },
      { name: 'management', subnets: thirds(40) },
    ],
    flowLogs: ARCHIVE,
    ...props,
  });
}

/** The VPC that faces the internet. */
export function perimeterVpc(stack: Stack, id = 'perimeter', props: Partial<ZonedVpcProps> = {}): ZonedVpc {
  return new ZonedVpc(stack, id, {
    cidr: '10.64.0.0/20',
    availabilityZones: ZONES_A_TO_C,
    zones: [
      { name: 'internet-dmz', subnets: thirds(0) },
      { name: 'government-dmz', subnets: thirds(4) },
    ],
    internetGateway: true,
    flowLogs: ARCHIVE,
    ...props,
  });
}

/** The VPC in which the firewall stands, attached to a hub of the same account. */
export function inspectionVpc(stack: Stack, applianceMode = true): { vpc: ZonedVpc; attachment: HubAttachment } {
  const vpc = new ZonedVpc(stack, 'inspection', {
    cidr: '10.64.16.0/20',
    availabilityZones: ZONES_A_TO_C,
    zones: [{ name: 'inspection', subnets: thirds(16) }],
    flowLogs: ARCHIVE,
  });
  const attachment = new HubAttachment(stack, 'Attachment', {
    vpc,
    transitGatewayId: 'tgw-0123456789abcdef0',
    subnets: ['10.64.31.0/28', '10.64.31.16/28', '10.64.31.32/28'],
    applianceMode,
  });
  return { vpc, attachment };
}

export function logKey(stack: Stack): kms.Key {
  return new kms.Key(stack, 'Key', { enableKeyRotation: true });
}

/** A synthesized resource, as far as tests look into it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
}

export function resources(stack: Stack): Record<string, Resource> {
  return (Template.fromStack(stack).toJSON()['Resources'] ?? {}) as Record<string, Resource>;
}

/** Assertions on a stack's template. */
export function expectTemplate(stack: Stack): Template {
  return Template.fromStack(stack);
}

/** Properties of all resources of a type. */
export function ofType(stack: Stack, type: string): Record<string, unknown>[] {
  return Object.values(resources(stack)).flatMap((found) => (found.Type === type ? [found.Properties] : []));
}

/** How many resources of each type a stack makes. */
export function inventory(stack: Stack): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { Type } of Object.values(resources(stack))) counts[Type] = (counts[Type] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
