import { isKnownFunction, type Graph, type Resource } from '../../../template';
import { keyOf, namedBy } from './reading';
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

/** Whether the function behind a lookup is ours. */
function isKnown(graph: Graph, lookup: Resource): boolean {
  const [named, ...others] = namedBy(lookup.properties['ServiceToken'], lookup);
  const behind = named && others.length === 0 ? resourceOf(graph, named.key) : undefined;
  return behind !== undefined && isKnownFunction(behind, 'hub-attachment');
}
