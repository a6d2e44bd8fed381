import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DepartmentKey } from '../../../constructs/keys';
import { profileById, type Profile } from '../../../lib/profiles';

export const HONG_KONG = profileById('hk-s17');
/** A jurisdiction whose sources say nothing about logs. */
export const SILENT: Profile = {
  ...HONG_KONG,
  id: 'silent',
  retentionDays: {
    ...HONG_KONG.retentionDays,
    infrastructure: { value: undefined, status: 'not stated', source: '' },
  },
};

export const CUSTODY = {
  department: 'e-services',
  classification: 'UNCLASSIFIED',
  administrators: ['key-administrator'],
  breakGlassRoles: ['break-glass'],
};

export const TRAIL = 'arn:aws:cloudtrail:ap-east-1:111111111111:trail/organization';
export const ORGANIZATION = 'o-hkgov12345';

export const keyIn = (stack: Stack) => new DepartmentKey(stack, 'Key', { ...CUSTODY, purpose: 'logs' });

/** The synthesized template, on which every `has…` is an expectation. */
export const expectTemplate = (stack: Stack) => Template.fromStack(stack);

export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Statements of the policy of the bucket whose logical id begins so. */
export function bucketStatements(stack: Stack, bucket = ''): Statement[] {
  const policies = Template.fromStack(stack).findResources('AWS::S3::BucketPolicy');
  const found = Object.values(policies).find((policy) => String(policy['Properties'].Bucket.Ref).startsWith(bucket));
  return found?.['Properties'].PolicyDocument.Statement;
}

/** The statement of that name. */
export function named(statements: readonly Statement[], sid: string): Statement {
  const found = statements.find((candidate) => candidate.Sid === sid);
  if (!found) throw new Error(`no statement ${sid}`);
  return found;
}

/** What a service may do, and when: its statements. */
export function ofService(statements: readonly Statement[], service: string): Statement[] {
  return statements.filter((entry) => JSON.stringify(entry.Principal).includes(service));
}
