import type { UpstreamSource } from '../../rules';
import type { Resource, Template } from '../../template';
import type { Suppression } from './suppression';

/** How a checker reads its suppressions from the `Metadata` of a resource. */
interface Convention {
  /** Key under `Metadata`. */
  readonly key: string;
  /** Names of the keys below it, the last one with the list. */
  readonly list: readonly string[];
  /** Undefined for a checker none of whose rules ask what ours do. */
  readonly source: UpstreamSource | undefined;
  /** Ids of rules, with reasons, that one entry of the list names; none for an entry of another form. */
  readonly read: (entry: unknown) => readonly (readonly [id: string, reason: unknown])[];
}

const CONVENTIONS: readonly Convention[] = [
  { key: 'cfn_nag', list: ['rules_to_suppress'], source: 'cfn-nag', read: (entry) => identified(entry, 'reason') },
  { key: 'cdk_nag', list: ['rules_to_suppress'], source: 'cdk-nag', read: narrowed },
  { key: 'checkov', list: ['skip'], source: 'checkov', read: (entry) => identified(entry, 'comment') },
  { key: 'guard', list: ['SuppressedRules'], source: 'guard', read: named },
  { key: 'cfn-lint', list: ['config', 'ignore_checks'], source: undefined, read: named },
];

const NONE: readonly Suppression[] = [];

/** The suppressions that stand in a resource's metadata, and what CDK code acknowledged for it. */
export function suppressionsOf(resource: Resource): readonly Suppression[] {
  const written = suppressionsIn(resource);
  const inCode = acknowledged(resource);
  return inCode.length === 0 ? written : [...written, ...inCode];
}

/** The suppressions that stand in metadata: of a resource, or of a template for all that is in it. */
export function suppressionsIn({ metadata }: Pick<Resource | Template, 'metadata'>): readonly Suppression[] {
  if (Object.keys(metadata).length === 0) return NONE;
  return CONVENTIONS.flatMap((convention) => written(metadata[convention.key], convention));
}

function written(metadata: unknown, { key, list, source, read }: Convention): readonly Suppression[] {
  const entries = list.reduce(member, metadata);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap(read).map(([id, reason]) => ({ by: key, source, id, reason: textOf(reason) }));
}

/** `{ id: W35, reason: … }` */
function identified(entry: unknown, reason: string): ReturnType<Convention['read']> {
  const id = member(entry, 'id');
  return typeof id === 'string' ? [[id, member(entry, reason)]] : [];
}

/** cdk-nag's `applies_to` narrows a suppression to some findings of its rule: `Rule[Resource::*]`. */
function narrowed(entry: unknown): ReturnType<Convention['read']> {
  const findings = member(entry, 'applies_to');
  if (findings === undefined) return identified(entry, 'reason');
  const texts: readonly unknown[] = Array.isArray(findings) ? findings : [findings];
  return identified(entry, 'reason').flatMap(([id, reason]) =>
    texts.map((text) => [`${id}[${typeof text === 'string' ? text : JSON.stringify(text)}]`, reason] as const),
  );
}

/** `RULE`, or `{ RULE: reason }` */
function named(entry: unknown): ReturnType<Convention['read']> {
  if (typeof entry === 'string') return [[entry, undefined]];
  return typeof entry === 'object' && entry !== null ? Object.entries(entry) : [];
}

/** `Validations.of(scope).acknowledge` names a rule as `Plugin::Rule`, or as the bare rule. */
function acknowledged(resource: Resource): readonly Suppression[] {
  return Object.entries(resource.acknowledged).map(([id, reason]) => ({
    by: 'acknowledge',
    source: undefined,
    id: bareId(id),
    reason,
  }));
}

/** Without the plugin's name; a finding in brackets may hold `::` itself. */
function bareId(id: string): string {
  const [rule = ''] = id.split('[');
  return rule.includes('::') ? id.slice(rule.indexOf('::') + 2) : id;
}

function textOf(reason: unknown): string {
  return typeof reason === 'string' ? reason : '';
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
