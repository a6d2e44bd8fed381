import { createHash } from 'node:crypto';
import { toolVersion } from '../../model/package';
import type { Link, Party, Property, Resource, Role } from './model';
import type { OSCAL_FILES } from './names';
import { listed } from './property';
import { markup } from './text';
import { uuidOf } from './uuid';

/** The version of OSCAL that is written; 1.2 reads it as well. */
const OSCAL_VERSION = '1.1.3';

/** What is said of a document beside its content. */
export interface DocumentHead {
  /** What the document is about: the same for all of its revisions. */
  readonly about: readonly string[];
  readonly title: string;
  readonly now: Date;
  readonly props?: readonly Property[];
  readonly links?: readonly Link[];
  readonly roles?: readonly Role[];
  readonly parties?: readonly Party[];
  readonly remarks?: string;
  readonly resources?: readonly Resource[];
}

/** An OSCAL document as text, under its root. Its version tells revisions apart: that of the tool, and a digest. */
export function documentText(root: keyof typeof OSCAL_FILES, head: DocumentHead, body: object): string {
  const { about, now, title, props = [], links = [], roles = [], parties = [], remarks, resources = [] } = head;
  const content = { ...body, ...(resources.length > 0 ? { 'back-matter': { resources } } : {}) };
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  const metadata = {
    title: markup(title),
    'last-modified': now.toISOString(),
    version: `${toolVersion()}+${digest}`,
    'oscal-version': OSCAL_VERSION,
    ...listed('props', props),
    ...listed('links', links),
    ...listed('roles', roles),
    ...listed('parties', parties),
    ...(remarks === undefined ? {} : { remarks }),
  };
  return `${JSON.stringify({ [root]: { uuid: uuidOf(root, ...about), metadata, ...content } }, undefined, 2)}\n`;
}
