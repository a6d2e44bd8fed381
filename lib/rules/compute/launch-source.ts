import { asText, isMap, Reference, type Graph, type Resource, type Value } from '../../template';
import { at } from '../check';

/**
 * What an instance or a group is launched from. `elsewhere` is a value that only deployment knows; `unmanaged` is a name
 * or id that is written out, of which the unit has no template.
 */
export type LaunchSource = Resource | 'none' | 'elsewhere' | 'unmanaged';

const PATHS = [
  'LaunchTemplate',
  'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification',
  'MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification',
];

/** The launch templates and launch configurations that a resource names. */
export function launchSources(resource: Resource, graph: Graph): readonly LaunchSource[] {
  const templates = PATHS.flatMap((path) => at(resource.properties, path)).map(({ value }) => value ?? undefined);
  const sources = templates.filter((value) => value !== undefined).map((value) => templateOf(value, resource, graph));
  const configuration = resource.properties['LaunchConfigurationName'];
  if (configuration !== undefined) sources.push(named(configuration, resource, graph));
  return sources.length === 0 ? ['none'] : sources;
}

function templateOf(value: Value, resource: Resource, graph: Graph): LaunchSource {
  if (!isMap(value)) return 'elsewhere';
  return named(value['LaunchTemplateId'] ?? value['LaunchTemplateName'] ?? value['Version'] ?? null, resource, graph);
}

/** A source is named by reference, or by the name that its resource has. */
function named(value: Value, { template }: Resource, graph: Graph): LaunchSource {
  if (value instanceof Reference) return graph.follow(value) ?? 'elsewhere';
  const name = asText(value);
  if (name === undefined) return 'elsewhere';
  const types = ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'];
  const namesakes = types.flatMap((type) => graph.ofType(type)).filter((other) => nameOf(other) === name);
  return namesakes.find((other) => other.template === template) ?? namesakes[0] ?? 'unmanaged';
}

function nameOf({ properties }: Resource): string | undefined {
  return asText(properties['LaunchTemplateName']) ?? asText(properties['LaunchConfigurationName']);
}
