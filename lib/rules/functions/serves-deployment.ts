import { wholeOf, type Graph, type Resource } from '../../template';
import { referred } from '../check';

const CUSTOM = /^(Custom::|AWS::CloudFormation::CustomResource$)/;

const SERVING = new WeakMap<Graph, ReadonlySet<Resource>>();

/**
 * Whether CloudFormation calls the function, as the handler of a custom resource: it works during deployments only, on
 * AWS interfaces and not on an account's data.
 */
export function servesDeployment(resource: Resource, graph: Graph): boolean {
  const known = SERVING.get(graph) ?? handlersOf(graph);
  SERVING.set(graph, known);
  return known.has(wholeOf(resource));
}

function handlersOf(graph: Graph): ReadonlySet<Resource> {
  const tokens = graph.templates
    .flatMap((template) => template.resources)
    .filter((resource) => CUSTOM.test(resource.type))
    .map((resource) => resource.properties['ServiceToken']);
  return new Set(
    tokens.flatMap((token) => {
      const handler = referred(token, graph);
      return handler ? [handler] : [];
    }),
  );
}
