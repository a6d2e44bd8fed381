import type { aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DepartmentKey, type KeyCustodyProps } from './department-key';
import { KeyAlarms } from './key-alarms';

/** Properties of {@link KeyRing}. */
export interface KeyRingProps extends KeyCustodyProps {
  /** What keys are needed for: `data`, `logs`, `secrets`, … One key each. */
  readonly purposes: readonly string[];
  /**
   * Told when a key is disabled, deleted or gets another policy ({@link KeyAlarms}).
   * @default - nobody is told
   */
  readonly alarmTopic?: sns.ITopic;
}

/**
 * The keys of one department in one account: one for each purpose, all under the same custody. Adding, removing or
 * reordering purposes leaves the other keys alone. Evidence for KEY-02.
 */
export class KeyRing extends Construct {
  private readonly keys: ReadonlyMap<string, DepartmentKey>;

  /** @throws Error when there are no purposes, one comes twice, or a key's properties are out of bounds. */
  constructor(scope: Construct, id: string, props: KeyRingProps) {
    super(scope, id);
    const { purposes, alarmTopic, ...custody } = props;
    if (purposes.length === 0 || new Set(purposes).size !== purposes.length) {
      throw new Error(
        `[${this.node.path}] purposes: expected at least one, each once, found [${purposes.join(', ')}]; correct the list`,
      );
    }
    this.keys = new Map(
      purposes.map((purpose) => [purpose, new DepartmentKey(this, purpose, { ...custody, purpose })]),
    );
    if (alarmTopic) new KeyAlarms(this, 'Alarms', { keys: this.all, topic: alarmTopic });
  }

  /** What the ring has keys for, in the order given. */
  get purposes(): readonly string[] {
    return [...this.keys.keys()];
  }

  /** All keys of the ring. */
  get all(): readonly DepartmentKey[] {
    return [...this.keys.values()];
  }

  /**
   * The key for a purpose.
   * @throws Error when the ring has none for it.
   */
  key(purpose: string): DepartmentKey {
    const key = this.keys.get(purpose);
    if (key) return key;
    throw new Error(
      `[${this.node.path}] no key for "${purpose}": expected one of ${this.purposes.join(', ')}; add it to purposes`,
    );
  }
}
