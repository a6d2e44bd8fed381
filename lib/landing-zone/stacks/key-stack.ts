import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { KeyRing } from '../../../constructs/keys';
import type { StackContext } from '../context';

/** Services of an account that use its keys on behalf of the account's own principals. */
const VIA_SERVICES = [
  'backup',
  'dynamodb',
  'ec2',
  'ecs',
  'lambda',
  'logs',
  'rds',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
];

/** The keys of an account: one for each purpose in the config, under the custody of roles that every account has. */
export class KeyStack extends Stack {
  readonly ring: KeyRing;

  constructor(scope: Construct, id: string, props: StackContext) {
    const { account, names } = props;
    super(scope, id, { description: `Keys of ${account.name}`, terminationProtection: true });
    this.ring = new KeyRing(this, 'Ring', {
      department: account.department,
      classification: account.holds.classification,
      purposes: account.keys,
      administrators: [names.role('key-administrator')],
      breakGlassRoles: [names.role('break-glass')],
      auditors: [names.role('audit')],
      viaServices: VIA_SERVICES,
    });
    for (const key of this.ring.all) {
      key.allowLogGroups();
      key.allowEvents();
      key.allowAlarms();
    }
  }
}
