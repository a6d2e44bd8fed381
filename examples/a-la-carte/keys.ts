import { type App, aws_sns as sns, Stack } from 'aws-cdk-lib';
import { KeyRing } from '../../constructs/keys';

/** A department's keys, and a topic under one of them. */
export function keysExample(app: App): Stack {
  const stack = new Stack(app, 'Keys');
  const ring = new KeyRing(stack, 'KeyRing', {
    department: 'e-services',
    classification: 'UNCLASSIFIED',
    purposes: ['data', 'logs', { purpose: 'licences', use: 'signing' }],
    administrators: ['key-administrator'],
    breakGlassRoles: ['break-glass'],
    viaServices: ['s3', 'sns', 'rds'],
  });
  ring.key('logs').allowLogGroups();
  ring.key('data').allowAccounts({ accounts: ['110000000003'], viaServices: ['s3'] });
  new sns.Topic(stack, 'Updates', { masterKey: ring.key('data'), enforceSSL: true });
  return stack;
}
