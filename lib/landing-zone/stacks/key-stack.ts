import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { KeyRing, type RingPurpose } from '../../../constructs/keys';
import { compareClassification } from '../../model';
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
      purposes: ringPurposes(props),
      administrators: [names.role('key-administrator')],
      breakGlassRoles: [names.role('break-glass')],
      auditors: [names.role('audit')],
      viaServices: VIA_SERVICES,
    });
    for (const key of this.ring.all.filter(({ use }) => use === 'encryption')) {
      key.allowLogGroups();
      key.allowEvents();
      key.allowAlarms();
    }
  }
}

function ringPurposes(props: StackContext): (string | RingPurpose)[] {
  const { keys, signingKeys, macKeys } = props.account;
  const imported = importedPurposes(props);
  return [
    // The stack of the topic comes later, and with it the alarm before the material expires.
    ...keys.map((purpose) => (imported.has(purpose) ? { purpose, imported: {} } : purpose)),
    ...signingKeys.map((purpose): RingPurpose => ({ purpose, use: 'signing' })),
    ...macKeys.map((purpose): RingPurpose => ({ purpose, use: 'mac' })),
  ];
}

/** Purposes whose material the department imports: as the config says, and for data where the profile asks for it. */
function importedPurposes({ account, profile }: StackContext): ReadonlySet<string> {
  const from = profile.ownKeysFrom?.value;
  const { levels } = profile.classification;
  const { classification } = account.holds;
  const asked =
    from !== undefined &&
    levels.includes(classification) &&
    compareClassification(profile.classification, classification, from) >= 0;
  return new Set([...account.importedKeys, ...(asked ? ['data'] : [])]);
}
