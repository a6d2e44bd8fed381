/** A version of an object in a bucket. */
export interface ObjectVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

/** What is needed of S3. */
export interface Objects {
  size(object: ObjectVersion): Promise<number>;
  read(object: ObjectVersion): Promise<Buffer>;
  tags(object: ObjectVersion): Promise<Readonly<Record<string, string>>>;
  /** Text of an object; undefined where there is none of that name. */
  text(bucket: string, key: string): Promise<string | undefined>;
  /** Writes what is not there yet; false when something has the name already, and is left as it is. */
  create(bucket: string, key: string, body: Buffer): Promise<boolean>;
  /** Copies without tags. */
  copy(from: ObjectVersion, bucket: string, key: string): Promise<void>;
  remove(object: ObjectVersion): Promise<void>;
}

/** What is needed of KMS. */
export interface Keys {
  dataKey(keyId: string, context: Readonly<Record<string, string>>): Promise<{ plain: Buffer; wrapped: Buffer }>;
  /** Whether an ECDSA signature over the SHA-256 of the message is the key’s. */
  verify(keyId: string, message: Buffer, signature: Buffer): Promise<boolean>;
}

/** A sealed object on its way out. */
export interface Sealed {
  /** Below the bucket of sealed objects. */
  readonly key: string;
  /** As the recipient sees it. */
  readonly name: string;
  readonly body: Buffer;
}

/** Everything that the functions reach. */
export interface Exchange {
  readonly objects: Objects;
  readonly keys: Keys;
  /** What the kill switch says. @throws Error when it cannot be read. */
  readonly switchSays: () => Promise<string>;
  /** Sends; `accepted` when only an event will tell the end. @throws Error when the other side did not take it. */
  readonly deliver: (sealed: Sealed) => Promise<{ readonly state: 'delivered' | 'accepted'; readonly receipt: string }>;
  readonly now: () => Date;
}
