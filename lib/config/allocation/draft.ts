import { isScalar, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { DEFAULT_PROFILE, profileExtensionSchema, type Profile } from '../../profiles';
import { profileOf } from '../checks';
import type { Path } from '../source';

/** A place where a block is wanted, or stands. */
const wanted = z.string();

const vpcSchema = z.looseObject({
  name: z.string().optional(),
  cidr: wanted,
  ipv6: wanted.optional(),
  zones: z.record(z.string(), z.union([wanted, z.array(z.string())])).default({}),
  attachment: z.looseObject({ subnets: z.union([wanted, z.array(z.string())]) }).optional(),
});

const draftSchema = z.looseObject({
  profile: z.string().default(DEFAULT_PROFILE),
  // One that cannot be read matters only where the config names it.
  profiles: z.array(profileExtensionSchema.optional().catch(undefined)).default([]).catch([]),
  availabilityZones: z.array(z.string()),
  accounts: z.array(z.looseObject({ name: z.string(), department: z.string(), vpcs: z.array(vpcSchema).default([]) })),
  network: z.looseObject({
    addressSpace: z.array(z.string()),
    ipv6: z.looseObject({ addressSpace: z.array(z.string()) }).optional(),
  }),
});

/** Of a config in which blocks may still be wanted, what has addresses. */
export type AddressDraft = z.infer<typeof draftSchema>;
export type DraftVpc = AddressDraft['accounts'][number]['vpcs'][number];

/** Blocks cannot be given; the message says why, and what to do. */
export class AllocationError extends Error {
  constructor(
    message: string,
    /** False where the config could not even be read. */
    readonly wasRead: boolean,
  ) {
    super(message);
    this.name = 'AllocationError';
  }
}

/** A config as a text in which blocks can be entered without losing anything else. */
export class AddressFile {
  readonly draft: AddressDraft;
  readonly profile: Profile;
  private readonly document: Document;
  private readonly edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];

  /** @throws AllocationError when it is no YAML, or its networks are not written in this file. */
  constructor(
    private readonly content: string,
    private readonly file: string,
  ) {
    this.document = parseDocument(content, { merge: true, logLevel: 'silent' });
    const [error] = this.document.errors;
    if (error) throw new AllocationError(`${file}: ${error.message.split('\n', 1)[0]}`, false);
    const parsed = draftSchema.safeParse(this.document.toJS());
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new AllocationError(
        `${file}: ${issue?.path.join('.')}: ${issue?.message}; while blocks are wanted, accounts and network stand in this file itself`,
        true,
      );
    }
    this.draft = parsed.data;
    this.profile = this.namedProfile();
  }

  private namedProfile(): Profile {
    const { profile, profiles } = this.draft;
    const found = profileOf({ profile, profiles: profiles.filter((each) => each !== undefined) });
    if (found) return found;
    throw new AllocationError(
      `${this.file}: profile: found "${profile}", expected a built-in profile, or one of profiles that is written in this file itself and has no errors; \`lionrock validate\` tells them`,
      true,
    );
  }

  /**
   * Enters a block, or a list of them, in place of the word by which it is wanted.
   * @throws AllocationError when the word is not written there, but somewhere else by an anchor.
   */
  enter(path: Path, blocks: string | readonly string[]): void {
    const node = this.document.getIn(path, true);
    if (!isScalar(node) || !node.range) {
      const text = typeof blocks === 'string' ? blocks : `[${blocks.join(', ')}]`;
      throw new AllocationError(`${this.file}: ${path.join('.')} is not written in place: enter ${text} by hand`, true);
    }
    const [from, to] = node.range;
    this.edits.push({
      from,
      to,
      text: typeof blocks === 'string' ? quoted(blocks) : `[${blocks.map(quoted).join(', ')}]`,
    });
  }

  /** The text with the blocks entered so far. */
  text(): string {
    return this.edits
      .toSorted((a, b) => b.from - a.from)
      .reduce((text, { from, to, text: entered }) => text.slice(0, from) + entered + text.slice(to), this.content);
  }
}

/** Colons end keys within brackets. */
function quoted(block: string): string {
  return block.includes(':') ? `'${block}'` : block;
}
