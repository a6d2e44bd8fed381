import { controlById } from '../../controls';
import type { Category } from '../../model';
import { ruleById, rulesForUpstream, type UpstreamSource } from '../../rules';

/** What a rule of another engine is about, in our terms. */
export interface Attribution {
  /** Null when none of our rules answers it. */
  readonly control: string | null;
  readonly category: Category;
}

/**
 * What our rules that answer a foreign one are about, by the committed map; first those that judge the type of the resource.
 * @param name As the map knows it; for what the map does not know, the words in it decide the category.
 */
export function attributionOf(source: UpstreamSource, name: string, resourceType: string): Attribution {
  const rules = (rulesForUpstream(source, name) ?? []).flatMap((id) => ruleById(id) ?? []);
  const rule = rules.find(({ types }) => types.includes(resourceType)) ?? rules[0];
  const control = rule ? controlById(rule.control) : undefined;
  if (!rule || !control) return { control: null, category: categoryByWords(name) };
  return { control: control.id, category: rule.category ?? control.category };
}

/** The first line that fits decides; names are compared in lower case, without signs between the words. */
const WORDS: readonly (readonly [RegExp, Category])[] = [
  [/imdsv?2/, 'imdsv2'],
  [/(kms|cmk|key).*rotat/, 'kms-rotation'],
  [/rotation/, 'secrets-rotation'],
  [/plaintext|hardcoded|secret|credential|password/, 'secrets-plaintext'],
  [/ssl|tls|https|intransit/, 'tls-in-transit'],
  [/encrypt|kms|sse/, 'encryption-at-rest'],
  [/iam|admin|wildcard/, 'iam-privilege'],
  [/public|anonymous|unauthenticated|authoriz/, 'public-exposure'],
  [/ingress|ssh|rdp|unrestricted|openport/, 'network-open-ingress'],
  [/egress/, 'network-open-egress'],
  [/vpc|subnet|waf|acl|securitygroup/, 'network-segmentation'],
  [/log|trail|tracing|monitor|alarm/, 'logging'],
  [/guardduty|securityhub/, 'detection'],
  [/backup|version|replicat|recovery|multiaz|deletionprotect|snapshot|retention/, 'backup-recovery'],
];

/** A guess for rules that map to none of ours: it sorts a finding, and decides nothing. */
export function categoryByWords(text: string): Category {
  const plain = text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return WORDS.find(([words]) => words.test(plain))?.[1] ?? 'workload';
}
