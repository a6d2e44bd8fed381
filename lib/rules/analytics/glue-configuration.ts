import { asText, Reference, type Graph, type Resource } from '../../template';
import type { Found } from '../check';

const TYPE = 'AWS::Glue::SecurityConfiguration';

/** Types of Glue that work under a security configuration. */
export const GLUE_TYPES: readonly string[] = ['AWS::Glue::Crawler', 'AWS::Glue::Job', 'AWS::Glue::DevEndpoint'];

/** Where a crawler, job or endpoint names its security configuration. */
export function configurationOf({ type, properties }: Resource): Found {
  const path = type === 'AWS::Glue::Crawler' ? 'CrawlerSecurityConfiguration' : 'SecurityConfiguration';
  return { path, value: properties[path] };
}

/** The configuration that is named by reference or by its name, where it stands in the unit. */
export function configurationInUnit({ value }: Found, { template }: Resource, graph: Graph): Resource | undefined {
  if (value instanceof Reference) return graph.follow(value);
  const name = asText(value);
  const inTemplate = graph.ofType(TYPE).filter((other) => other.template === template);
  return name === undefined ? undefined : inTemplate.find(({ properties }) => asText(properties['Name']) === name);
}
