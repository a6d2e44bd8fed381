import { asText, type Graph, type Resource, type Template } from '../../template';
import { at } from '../check';

export type Environment = 'production' | 'non-production';

const KEYS: ReadonlySet<string> = new Set(['environment', 'env', 'stage']);
const PRODUCTION = /^(prod|production|prd|live)$/;
const OTHERS = /^(non-?prod(uction)?|dev(elopment)?|test(ing)?|uat|sit|qa|stag(ing|e)|pre-?prod(uction)?|sandbox)$/;

/** Environment that a text names; undefined for words that name none. */
export function environmentNamed(text: string): Environment | undefined {
  const word = text.toLowerCase();
  if (PRODUCTION.test(word)) return 'production';
  return OTHERS.test(word) ? 'non-production' : undefined;
}

/** Environments of which the tags of a resource speak; `unknown` for one that is named at deployment. */
function environmentsOf({ properties }: Resource): readonly (Environment | 'unknown')[] {
  return at(properties, 'Tags[]').flatMap(({ value: tag }) => {
    const [key] = at(tag, 'Key');
    const [value] = at(tag, 'Value');
    const name = asText(key?.value)?.toLowerCase().split(':').at(-1) ?? '';
    if (!KEYS.has(name)) return [];
    const text = asText(value?.value);
    return text === undefined ? ['unknown'] : (environmentNamed(text) ?? []);
  });
}

/** Account of a template, by its id or by its marker; undefined when neither is known. */
export function accountNameOf({ account, claims }: Template): string | undefined {
  return account ?? claims?.marker?.account;
}

const KNOWN = new WeakMap<Graph, ReadonlyMap<string, ReadonlySet<Environment | 'unknown'>>>();

/** Environments of which the tags in each account speak. */
export function environmentsByAccount(graph: Graph): ReadonlyMap<string, ReadonlySet<Environment | 'unknown'>> {
  const known = KNOWN.get(graph);
  if (known) return known;
  const found = new Map<string, Set<Environment | 'unknown'>>();
  for (const template of graph.templates) {
    const name = accountNameOf(template);
    if (name === undefined) continue;
    const environments = found.get(name) ?? new Set();
    found.set(name, environments);
    for (const environment of template.resources.flatMap(environmentsOf)) environments.add(environment);
  }
  KNOWN.set(graph, found);
  return found;
}
