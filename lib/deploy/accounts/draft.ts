import { parseDocument } from 'yaml';
import { z } from 'zod';
import { withId } from './insert-id';

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

  /**
   * @throws DraftError when it is no YAML, or names its units and accounts in other files.
   */
  constructor(
    private content: string,
    private readonly file: string,
  ) {
    const document = parseDocument(content, { merge: true, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) throw new DraftError(`${file}: ${error.message.split('\n', 1)[0]}`);
    const parsed = draftSchema.safeParse(document.toJS());
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new DraftError(
        `${file}: ${issue?.path.join('.')}: ${issue?.message}; while ids are missing, units and accounts stand in this file itself, each with its name`,
      );
    }
    this.draft = parsed.data;
  }

  /**
   * Enters an id.
   * @throws DraftError when the unit or account is not written in place.
   */
  setId(path: readonly (string | number)[], key: 'id' | 'rootId', value: string): void {
    const present: unknown = parseDocument(this.content, { merge: true, logLevel: 'silent' }).getIn([...path, key]);
    if (present === value) return;
    const next = withId(this.content, path, key, value);
    if (next === undefined) {
      throw new DraftError(`${this.file}: ${path.join('.')} is not written in place: enter ${key}: ${value} by hand`);
    }
    this.content = next;
  }

  /** The text with the ids entered so far. */
  text(): string {
    return this.content;
  }
}
