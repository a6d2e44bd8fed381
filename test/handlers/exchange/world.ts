import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { approvalStatement, type Approval } from '../../../lib/handlers/exchange/approval';
import type { Exchange, ObjectVersion, Sealed } from '../../../lib/handlers/exchange/ports';
import { sha256 } from '../../../lib/handlers/exchange/screen';
import type { ExchangeSettings } from '../../../lib/handlers/exchange/settings';

export const RECIPIENT = generateKeyPairSync('rsa', { modulusLength: 2048 });
const APPROVERS = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const OTHERS = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export const SETTINGS: ExchangeSettings = {
  transfer: { id: 'directory', classification: 'UNCLASSIFIED', start: '2026-01-01', expires: '2026-12-31' },
  timeZone: 'Asia/Hong_Kong',
  destination: 'sftp://sftp.example.mo/incoming',
  markings: ['RESTRICTED', 'TOP SECRET'],
  personalData: false,
  kinds: ['.csv', '.txt'],
  maxBytes: 1000,
  buckets: { staging: 'staging', quarantine: 'quarantine', sealed: 'sealed', records: 'records' },
  switchName: 'switch',
  dataKey: 'data-key',
  approvalKey: 'approval-key',
  recipientKey: String(RECIPIENT.publicKey.export({ type: 'spki', format: 'pem' })),
  delivery: { by: 'sftp', connector: 'c-1', folder: '/incoming' },
};

interface Stored {
  readonly body: Buffer;
  readonly tags: Readonly<Record<string, string>>;
}

/** Buckets in memory, keys of this process, and what was sent. */
export class World {
  readonly stored = new Map<string, Stored>();
  readonly sent: Sealed[] = [];
  /** Plain keys of objects, by what wraps them. */
  readonly dataKeys = new Map<string, Buffer>();
  says = 'open';
  now = '2026-11-26T04:00:00Z';
  answer: () => 'delivered' | 'accepted' = () => 'accepted';

  readonly exchange: Exchange = {
    objects: {
      size: async (object) => this.at(object).body.length,
      read: async (object) => this.at(object).body,
      tags: async (object) => this.at(object).tags,
      text: async (bucket, key) => this.stored.get(`${bucket}/${key}`)?.body.toString(),
      create: async (bucket, key, body) => {
        if (this.stored.has(`${bucket}/${key}`)) return false;
        this.stored.set(`${bucket}/${key}`, { body, tags: {} });
        return true;
      },
      copy: async (from, bucket, key) => {
        this.stored.set(`${bucket}/${key}`, { body: this.at(from).body, tags: {} });
      },
      remove: async (object) => {
        this.stored.delete(nameOf(object));
      },
    },
    keys: {
      dataKey: async (_, context) => {
        const plain = randomBytes(32);
        const wrapped = randomBytes(16);
        this.dataKeys.set(`${wrapped.toString('base64')} ${JSON.stringify(context)}`, Buffer.from(plain));
        return { plain, wrapped };
      },
      verify: async (_, message, signature) => verify('sha256', message, APPROVERS.publicKey, signature),
    },
    switchSays: async () => this.says,
    deliver: async (sealed) => {
      const state = this.answer();
      this.sent.push(sealed);
      return { state, receipt: 'transfer-1' };
    },
    now: () => new Date(this.now),
  };

  /** Hands something in, as a sender does and the scanner leaves it. */
  handIn(
    text: string | Buffer,
    { key = 'inbox/list.csv', scan = 'NO_THREATS_FOUND', level = 'UNCLASSIFIED' } = {},
  ): ObjectVersion {
    const object = { bucket: 'staging', key, versionId: 'v1' };
    const tags = { 'lionrock:classification': level, ...(scan === '' ? {} : { GuardDutyMalwareScanStatus: scan }) };
    this.stored.set(nameOf(object), { body: Buffer.from(text), tags });
    return object;
  }

  /** Signs for an object as it is now, but for what is changed before, or after, the signature. */
  approve(
    object: ObjectVersion,
    before: Partial<Approval> = {},
    after: Partial<Approval> = {},
    by: 'approvers' | 'others' = 'approvers',
  ): ObjectVersion {
    const { transfer, destination } = SETTINGS;
    const { key, versionId } = object;
    const stated = {
      transfer: transfer.id,
      destination,
      key,
      versionId,
      sha256: sha256(this.at(object).body),
      ...before,
    };
    const { privateKey } = by === 'approvers' ? APPROVERS : OTHERS;
    const signature = sign('sha256', approvalStatement(stated), privateKey).toString('base64');
    return this.paper(JSON.stringify({ ...stated, signature, ...after }));
  }

  /** Puts anything where approvals are expected. */
  paper(text: string): ObjectVersion {
    const paper = { bucket: 'staging', key: 'approvals/list.json', versionId: 'a1' };
    this.stored.set(nameOf(paper), { body: Buffer.from(text), tags: {} });
    return paper;
  }

  /** Records of a version, by their names without the time: step to what is said. */
  records(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    const found = [...this.stored].filter(([name]) => name.startsWith('records/'));
    return Object.fromEntries(
      found.map(([name, { body }]) => [/([a-z]+)\.json$/.exec(name)?.[1] ?? '', JSON.parse(body.toString())]),
    );
  }

  private at(object: ObjectVersion): Stored {
    const found = this.stored.get(nameOf(object));
    if (!found) throw new Error(`there is no ${nameOf(object)}`);
    return found;
  }
}

const nameOf = ({ bucket, key, versionId }: ObjectVersion) => `${bucket}/${key}?${versionId}`;
