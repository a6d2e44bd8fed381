import { at, Reference, type Graph, type Resource } from '../../../template';
import { get } from './reading';

/** Where resources name what they are launched from. */
const LAUNCH_PATHS = [
  'LaunchTemplate.LaunchTemplateId',
  'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
  'LaunchConfigurationName',
  'LaunchTemplate.Id',
  'LaunchTemplate.LaunchTemplateID',
  'CustomLaunchTemplate.TemplateId',
  'LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId',
  'SpotFleetRequestConfigData.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId',
  // Clients of a VPN speak from the interfaces of its associations, which wear the endpoint's groups.
  'ClientVpnEndpointId',
];

/** The launch template or configuration of an instance or a fleet; undefined where it names none of these templates. */
export function launchedFrom(graph: Graph, resource: Resource): Resource | undefined {
  for (const path of LAUNCH_PATHS) {
    const value = get(resource, path);
    const target = value instanceof Reference ? graph.follow(value) : undefined;
    if (target) return target;
  }
  return undefined;
}

/** Whether it is launched from something that is named, and not among these templates: that may name groups. */
export function isLaunchedFromElsewhere(graph: Graph, resource: Resource): boolean {
  const paths = [...LAUNCH_PATHS, ...LAUNCH_PATHS.map((path) => path.replace(/(Id|ID)$/, 'Name'))];
  return launchedFrom(graph, resource) === undefined && paths.some((path) => get(resource, path) !== undefined);
}

/** Launch templates that a fleet may use in place of its own; undefined for one that is not among these templates. */
export function overridesOf(graph: Graph, resource: Resource): readonly (Resource | undefined)[] {
  const specifications = at(
    resource.properties,
    'MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification',
  );
  return specifications.flatMap(({ value }) => {
    if (value === undefined) return [];
    const [id] = at(value, 'LaunchTemplateId');
    return [id?.value instanceof Reference ? graph.follow(id.value) : undefined];
  });
}
