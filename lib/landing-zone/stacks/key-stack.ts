import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  allowAlarms,
  allowEvents,
  allowLogGroups,
  KeyRing,
  StoredKey,
  type KeyCustodyProps,
  type RingPurpose,
} from '../../../constructs/keys';
import { compareClassification } from '../../model';
import type { StackContext } from '../context';
import { keyFor, type AccountKeys } from '../key-for';
import { retentionDays } from '../retention';

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
export class KeyStack extends Stack implements AccountKeys {
  readonly ring: KeyRing;
  readonly stored: ReadonlyMap<string, StoredKey>;

  constructor(scope: Construct, id: string, props: StackContext) {
    const { account, names } = props;
    super(scope, id, { description: `Keys of ${account.name}`, terminationProtection: true });
    const custody: KeyCustodyProps = {
      department: account.department,
      classification: account.holds.classification,
      administrators: [names.role('key-administrator')],
      breakGlassRoles: [names.role('break-glass')],
      auditors: [names.role('audit')],
      viaServices: VIA_SERVICES,
    };
    this.ring = new KeyRing(this, 'Ring', { ...custody, purposes: ringPurposes(props) });
    for (const key of this.ring.all.filter(({ use }) => use === 'encryption')) {
      key.allowLogGroups();
      key.allowEvents();
      key.allowAlarms();
    }
    this.stored = this.storedKeys(props, custody);
  }

  /** Keys whose material stays in the key store of the department; what makes them logs under a key of the ring. */
  private storedKeys(props: StackContext, custody: KeyCustodyProps): ReadonlyMap<string, StoredKey> {
    const { keyStore } = props.account;
    if (!keyStore) return new Map();
    const log = {
      encryptionKey: keyFor({ ring: this.ring, stored: new Map() }, 'logs'),
      logRetentionDays: retentionDays(props, 'infrastructure'),
      profile: props.profile,
    };
    return new Map(
      keyStore.keys.map(({ purpose, externalKeyId, alias }) => {
        const stored = new StoredKey(this, `Stored-${purpose}`, {
          ...custody,
          purpose,
          store: { id: keyStore.id, type: keyStore.type },
          ...(externalKeyId === undefined ? {} : { externalKeyId }),
          ...(alias === undefined ? {} : { alias }),
          log,
        });
        allowLogGroups(stored.key);
        allowEvents(stored.key);
        allowAlarms(stored.key);
        return [purpose, stored];
      }),
    );
  }
}

function ringPurposes(props: StackContext): (string | RingPurpose)[] {
  const { keys, signingKeys, macKeys } = props.account;
  const imported = importedPurposes(props);
  const stored = storedPurposes(props);
  return [
    // The stack of the topic comes later, and with it the alarm before the material expires.
    ...keys
      .filter((purpose) => !stored.has(purpose))
      .map((purpose) => (imported.has(purpose) ? { purpose, imported: {} } : purpose)),
    ...signingKeys.map((purpose): RingPurpose => ({ purpose, use: 'signing' })),
    ...macKeys.map((purpose): RingPurpose => ({ purpose, use: 'mac' })),
  ];
}

function storedPurposes({ account }: StackContext): ReadonlySet<string> {
  return new Set(account.keyStore?.keys.map(({ purpose }) => purpose));
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
