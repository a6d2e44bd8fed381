import { asText, isMap, Reference, type Graph, type Resource, type Value } from '../../template';
import { at } from '../check';

/** What an instance or a group is launched from. */
export type LaunchSource = Resource | 'none' | 'elsewhere';

const PATHS = [
  'LaunchTemplate',
  'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification',
  'MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification',
];

/** The launch templates and launch configurations that a resource names; `elsewhere` for those that are not in the unit. */
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
  const types = ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'];
  const found = types
    .flatMap((type) => graph.ofType(type))
    .find((other) => other.template === template && name !== undefined && nameOf(other) === name);
  return found ?? 'elsewhere';
}

function nameOf({ properties }: Resource): string | undefined {
  return asText(properties['LaunchTemplateName']) ?? asText(properties['LaunchConfigurationName']);
}
