import type { UpstreamSource } from '../../rules';
import type { Resource } from '../../template';
import type { Suppression } from './suppression';

/** How a checker reads its suppressions from the `Metadata` of a resource. */
interface Convention {
  /** Key under `Metadata`. */
  readonly key: string;
  /** Name of the list below it. */
  readonly list: string;
  readonly source: UpstreamSource;
  /** Ids of rules, with reasons, that one entry of the list names; none for an entry of another form. */
  readonly read: (entry: unknown) => readonly (readonly [id: string, reason: unknown])[];
}

const CONVENTIONS: readonly Convention[] = [
  { key: 'cfn_nag', list: 'rules_to_suppress', source: 'cfn-nag', read: (entry) => identified(entry, 'reason') },
  { key: 'cdk_nag', list: 'rules_to_suppress', source: 'cdk-nag', read: whole },
  { key: 'checkov', list: 'skip', source: 'checkov', read: (entry) => identified(entry, 'comment') },
  { key: 'guard', list: 'SuppressedRules', source: 'guard', read: named },
];

/** The suppressions that stand in a resource's metadata, and what CDK code acknowledged for it. */
export function suppressionsOf(resource: Resource): readonly Suppression[] {
  const isPlain = Object.keys(resource.metadata).length === 0;
  const here = isPlain ? [] : CONVENTIONS.flatMap((convention) => written(resource, convention));
  return [...here, ...acknowledged(resource)];
}

function written({ metadata }: Resource, { key, list, source, read }: Convention): readonly Suppression[] {
  const entries = member(metadata[key], list);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap(read).map(([id, reason]) => ({ by: key, source, id, reason: textOf(reason) }));
}

/** `{ id: W35, reason: … }` */
function identified(entry: unknown, reason: string): ReturnType<Convention['read']> {
  const id = member(entry, 'id');
  return typeof id === 'string' ? [[id, member(entry, reason)]] : [];
}

/** cdk-nag's `applies_to` narrows a suppression to some findings of its rule, which cannot be told apart here. */
function whole(entry: unknown): ReturnType<Convention['read']> {
  return member(entry, 'applies_to') === undefined ? identified(entry, 'reason') : [];
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
