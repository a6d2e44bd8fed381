import { createHash } from 'node:crypto';
import { asText, type Graph, type Resource } from '../../../template';
import handlers from './known-handlers.json';
import { get, keyOf, namedBy } from './reading';
import { resourceOf, type AttachmentDraft } from './transit-attachments';

const LOOKUP = 'Custom::HubAttachment';

/**
 * Attachments of VPN connections and Direct Connect gateways by the custom resources that look up their ids, which no type of
 * AWS tells. What a custom resource answers is what its function does: only a function whose whole code is known counts.
 */
export function attachmentsLookedUp(graph: Graph, drafts: readonly AttachmentDraft[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const lookup of graph.ofType(LOOKUP)) {
    const gateways = namedBy(lookup.properties['TransitGatewayId'], lookup);
    const connected = namedBy(lookup.properties['ResourceId'], lookup);
    if (gateways.length !== 1 || connected.length !== 1 || !isKnown(graph, lookup)) continue;
    const draft = drafts.find((own) => own.gateway === gateways[0]?.key && own.connected === connected[0]?.key);
    if (draft) found.set(keyOf(lookup), draft.key);
  }
  return found;
}

/** Whether the function behind a lookup is ours, to the letter, and runs with nothing that could change what it does. */
function isKnown(graph: Graph, lookup: Resource): boolean {
  const [named, ...others] = namedBy(lookup.properties['ServiceToken'], lookup);
  const behind = named && others.length === 0 ? resourceOf(graph, named.key) : undefined;
  if (behind?.type !== 'AWS::Lambda::Function' || behind.condition !== undefined) return false;
  const { Environment, Layers } = behind.properties;
  const code = asText(get(behind, 'Code.ZipFile'));
  if (Environment !== undefined || Layers !== undefined || code === undefined) return false;
  const digest = createHash('sha256').update(code).digest('hex');
  return get(behind, 'Handler') === 'index.handler' && digest === handlers['hub-attachment'];
}
