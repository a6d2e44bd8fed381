import type { Graph, Resource } from '../../template';
import type { Found } from '../check';
import { configurationIn } from './configuration';

const TYPE = 'AWS::Glue::SecurityConfiguration';

/** Types of Glue that work under a security configuration. */
export const GLUE_TYPES: readonly string[] = ['AWS::Glue::Crawler', 'AWS::Glue::Job', 'AWS::Glue::DevEndpoint'];

/** Where a crawler, job or endpoint names its security configuration. */
export function configurationOf({ type, properties }: Resource): Found {
  const path = type === 'AWS::Glue::Crawler' ? 'CrawlerSecurityConfiguration' : 'SecurityConfiguration';
  return { path, value: properties[path] };
}

/** The configuration of a crawler, job or endpoint, where it stands in the unit. */
export function configurationInUnit(resource: Resource, graph: Graph): Resource | undefined {
  return configurationIn(graph, TYPE, configurationOf(resource), resource);
}
