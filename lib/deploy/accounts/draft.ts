import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

const unitSchema = z.looseObject({ name: z.string(), id: z.string().nullish(), parent: z.string().default('Root') });

const accountSchema = z.looseObject({
  name: z.string(),
  id: z.string().nullish(),
  unit: z.string().default('Root'),
  email: z.string().nullish(),
  role: z.string().default('workload'),
});

const draftSchema = z.looseObject({
  name: z.string(),
  organization: z.looseObject({
    id: z.string().nullish(),
    rootId: z.string().nullish(),
    units: z.array(unitSchema),
  }),
  accounts: z.array(accountSchema),
});

/** Of a config in which ids may still be missing, what accounts and units are made of. */
export type Draft = z.infer<typeof draftSchema>;
export type DraftUnit = Draft['organization']['units'][number];
export type DraftAccount = Draft['accounts'][number];

/** The config cannot be used for the first phase; the message says why, and what to do. */
export class DraftError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DraftError';
  }
}

/** A config as a text that can be changed without losing its comments. */
export class DraftFile {
  readonly draft: Draft;
  private readonly document: Document;

  /**
   * @throws DraftError when it is no YAML, or names its units and accounts in other files.
   */
  constructor(
    text: string,
    private readonly file: string,
  ) {
    this.document = parseDocument(text, { merge: true, logLevel: 'silent' });
    const [error] = this.document.errors;
    if (error) throw new DraftError(`${file}: ${error.message.split('\n', 1)[0]}`);
    const parsed = draftSchema.safeParse(this.document.toJS());
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const where = issue?.path.join('.') ?? '';
      throw new DraftError(
        `${file}: ${where}: ${issue?.message}; units and accounts stand in this file itself, each with its name, while they have no ids`,
      );
    }
    this.draft = parsed.data;
  }

  /** Sets one id where it is missing; what is written already stays. */
  setId(path: readonly (string | number)[], key: 'id' | 'rootId', value: string): void {
    const parent = this.document.getIn(path, true);
    if (!isMap(parent))
      throw new DraftError(`${this.file}: ${path.join('.')} is not written in place: enter ${value} by hand`);
    if (parent.get(key) === value) return;
    const scalar = this.document.createNode(value);
    // Account ids are digits, which YAML would read as a number.
    if (isScalar(scalar) && /^\d+$/.test(value)) scalar.type = 'QUOTE_SINGLE';
    if (parent.has(key)) parent.set(key, scalar);
    else parent.items.splice(parent.has('name') || parent.has('id') ? 1 : 0, 0, this.document.createPair(key, scalar));
  }

  /** The text with the ids; lines stay as long as they are. */
  text(): string {
    return this.document.toString({ lineWidth: 0, flowCollectionPadding: true });
  }

  /** Whether a list stands in the file in place. */
  hasList(path: readonly string[]): boolean {
    return isSeq(this.document.getIn(path, true));
  }
}
