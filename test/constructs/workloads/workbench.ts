import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_ec2 as ec2, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { ZonePlacement } from '../../../constructs/network';

/** A network and keys in a stack of their own, as any CDK app has them, and an empty stack for the workload. */
export interface Workbench {
  readonly stack: Stack;
  readonly key: kms.IKey;
  /** Zone of a plain VPC: isolated subnets, one security group. */
  readonly placement: ZonePlacement;
  readonly zoneGroup: ec2.SecurityGroup;
}

const folders: string[] = [];

afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-workloads-'));
  folders.push(folder);
  return folder;
}

export function workbench(): Workbench {
  const app = new App({ outdir: temporaryFolder() });
  const base = new Stack(app, 'Base');
  const vpc = new ec2.Vpc(base, 'Vpc', {
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [{ name: 'zone', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  // CDK's class allows undefined where its interface does not (exactOptionalPropertyTypes).
  if (!isVpc(vpc)) throw new Error('the VPC has no id');
  const zoneGroup = new ec2.SecurityGroup(base, 'ZoneGroup', { vpc, allowAllOutbound: false });
  return {
    stack: new Stack(app, 'Workloads'),
    key: new kms.Key(base, 'Key', { enableKeyRotation: true }),
    placement: { vpc, subnets: vpc.isolatedSubnets, securityGroups: [zoneGroup] },
    zoneGroup,
  };
}

function isVpc(vpc: ec2.Vpc): vpc is ec2.Vpc & ec2.IVpc {
  return vpc.vpcId.length > 0;
}

/** Types and counts of a stack's resources. */
export function inventory(stack: Stack): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const resource of resources(stack)) counts[resource.Type] = (counts[resource.Type] ?? 0) + 1;
  return counts;
}

/** A resource as it stands in a template. */
interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: string[];
}

/** The stack's only resource of a type. */
export function onlyResource(stack: Stack, type: string): Resource {
  const [found, ...others] = ofType(stack, type);
  if (!found || others.length > 0) throw new Error(`expected one ${type}, found ${others.length + (found ? 1 : 0)}`);
  return found;
}

/** Properties of the stack's only resource of a type. */
export function only(stack: Stack, type: string): Record<string, unknown> {
  return onlyResource(stack, type).Properties ?? {};
}

export function ofType(stack: Stack, type: string): Resource[] {
  return resources(stack).filter((resource) => resource.Type === type);
}

export function resources(stack: Stack): Resource[] {
  const { Resources = {} }: { Resources?: Record<string, Resource> } = Template.fromStack(stack).toJSON();
  return Object.values(Resources);
}
