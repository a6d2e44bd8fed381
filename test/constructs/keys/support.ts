import { aws_kms as kms, aws_sns as sns, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DepartmentKey, type DepartmentKeyProps } from '../../../constructs/keys';

/** The least that a key needs. */
const KEY_PROPS: DepartmentKeyProps = {
  department: 'e-services',
  purpose: 'data',
  classification: 'UNCLASSIFIED',
  administrators: ['key-administrator'],
  breakGlassRoles: ['break-glass'],
};

export const keyIn = (stack: Stack, props: Partial<DepartmentKeyProps> = {}) =>
  new DepartmentKey(stack, 'Key', { ...KEY_PROPS, ...props });

/** The synthesized template, on which every `has…` is an expectation. */
export const expectTemplate = (stack: Stack) => Template.fromStack(stack);

/** A topic such as alarms are sent to, under a key of its own. */
export function encryptedTopic(stack: Stack): sns.Topic {
  return new sns.Topic(stack, 'Topic', {
    enforceSSL: true,
    masterKey: new kms.Key(stack, 'TopicKey', { enableKeyRotation: true }),
  });
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The statements of the only key whose description matches, as they stand in the template. */
export function keyStatements(stack: Stack, description = 'data of e-services, UNCLASSIFIED'): Statement[] {
  const keys = Template.fromStack(stack).findResources('AWS::KMS::Key', { Properties: { Description: description } });
  const [key] = Object.values(keys);
  return key?.['Properties'].KeyPolicy.Statement;
}

/** The statement of that name. */
export function statement(stack: Stack, sid: string): Statement {
  const found = keyStatements(stack).find((candidate) => candidate.Sid === sid);
  if (!found) throw new Error(`no statement ${sid}`);
  return found;
}
