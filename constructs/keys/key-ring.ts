import type { aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DepartmentKey, type DepartmentKeyProps, type KeyCustodyProps } from './department-key';
import { KeyAlarms } from './key-alarms';

/** One purpose of a ring that is not as usual. */
export interface RingPurpose extends Pick<
  DepartmentKeyProps,
  'encryptionContext' | 'imported' | 'keySpec' | 'multiRegion' | 'purpose' | 'use' | 'viaServices'
> {
  /**
   * Classification of what is under this key.
   * @default - that of the ring
   */
  readonly classification?: string;
}

/** Properties of {@link KeyRing}. */
export interface KeyRingProps extends KeyCustodyProps {
  /** What keys are needed for: `data`, `logs`, `secrets`, … One key for each purpose and classification. */
  readonly purposes: readonly (string | RingPurpose)[];
  /**
   * Told when a key is disabled, deleted or gets another policy ({@link KeyAlarms}).
   * @default - nobody is told
   */
  readonly alarmTopic?: sns.ITopic;
}

/**
 * The keys of one department in one account: one for each purpose and classification, all under the same custody. Adding, removing or
 * reordering purposes leaves the other keys alone. Evidence for KEY-02.
 */
export class KeyRing extends Construct {
  /** All keys of the ring. */
  readonly all: readonly DepartmentKey[];
  private readonly usual: string;

  /** @throws Error when there are no purposes, one comes twice, or a key's properties are out of bounds. */
  constructor(scope: Construct, id: string, props: KeyRingProps) {
    super(scope, id);
    const { purposes, alarmTopic, ...custody } = props;
    this.usual = custody.classification;
    const wanted = purposes.map((purpose) => (typeof purpose === 'string' ? { purpose } : purpose));
    const ids = wanted.map((purpose) => this.idOf(purpose));
    if (ids.length === 0 || new Set(ids).size !== ids.length) {
      throw new Error(
        `[${this.node.path}] purposes: expected at least one, each once, found [${ids.join(', ')}]; correct the list`,
      );
    }
    this.all = wanted.map((purpose) => new DepartmentKey(this, this.idOf(purpose), { ...custody, ...purpose }));
    if (alarmTopic) new KeyAlarms(this, 'Alarms', { keys: this.all, topic: alarmTopic });
  }

  /** What the ring has keys for, in the order given. */
  get purposes(): readonly string[] {
    return [...new Set(this.all.map(({ purpose }) => purpose))];
  }

  /**
   * The key for a purpose.
   * @param classification of what is under it. Default: that of the ring.
   * @throws Error when the ring has none for it.
   */
  key(purpose: string, classification = this.usual): DepartmentKey {
    const key = this.all.find((one) => one.purpose === purpose && one.classification === classification);
    if (key) return key;
    const known = this.all.map((one) => this.idOf(one)).join(', ');
    throw new Error(
      `[${this.node.path}] no key for "${this.idOf({ purpose, classification })}": expected one of ${known}; add it to purposes`,
    );
  }

  /** Keys of the ring's own classification are told by their purpose alone, so that others come beside them. */
  private idOf({ purpose, classification = this.usual }: { purpose: string; classification?: string }): string {
    return classification === this.usual ? purpose : `${purpose}-${classification.toLowerCase()}`;
  }
}
