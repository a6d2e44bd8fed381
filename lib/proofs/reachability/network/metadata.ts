import { or, type Trilean } from '../../../model';
import { asText, type Resource } from '../../../template';
import type { Place } from './model';
import type { Network } from './network';
import { launchedFrom, overridesOf } from './launched-from';
import { get } from './reading';

/** What runs on instances of the account, whose metadata have the credentials of a role. */
const RUNS_ON_INSTANCES = new Set(
  (
    'EC2::Instance EC2::EC2Fleet EC2::SpotFleet AutoScaling::AutoScalingGroup EKS::Nodegroup ECS::CapacityProvider ' +
    'Batch::ComputeEnvironment EMR::Cluster Cloud9::EnvironmentEC2 SageMaker::NotebookInstance ' +
    'GameLift::GameServerGroup ImageBuilder::InfrastructureConfiguration OpsWorks::Instance OpsWorksCM::Server ' +
    'PCS::ComputeNodeGroup WorkspacesInstances::WorkspaceInstance DRS::ReplicationConfigurationTemplate'
  )
    .split(' ')
    .map((type) => `AWS::${type}`),
);

/** Where a resource says itself how its instances give metadata. */
const OPTIONS = ['MetadataOptions', 'InstanceMetadataOptions', 'ManagedInstance.MetadataOptions'];

/** What names a launch template in some way. */
const LAUNCHED = ['LaunchTemplate', 'MixedInstancesPolicy', 'LaunchConfigurationName'];

/**
 * Whether a program there that can be made to fetch an address gives away the instance's metadata: that is so where they
 * need no token. Source: EC2 user guide, Configure the instance metadata service options; unless the template says
 * otherwise no token is needed, as far as neither account nor image does.
 */
export function givesMetadata({ graph }: Pick<Network, 'graph'>, { kind, type, origin }: Place): Trilean {
  if (kind !== 'resource' || !RUNS_ON_INSTANCES.has(type)) return false;
  const template = graph.templates.find(({ path }) => path === origin.template);
  const resource = template?.resource(origin.logicalId);
  if (!resource) return 'unknown';
  const others = overridesOf(graph, resource).map((launch) => (launch ? withoutToken(resource, launch) : 'unknown'));
  return or(withoutToken(resource, launchedFrom(graph, resource)), ...others);
}

function withoutToken(resource: Resource, launch: Resource | undefined): Trilean {
  const option = (name: string) =>
    OPTIONS.map((path) => get(resource, `${path}.${name}`)).find((value) => value !== undefined) ??
    (launch && (get(launch, `LaunchTemplateData.MetadataOptions.${name}`) ?? get(launch, `MetadataOptions.${name}`)));
  const unsaid = !launch && needsLaunch(resource) ? 'unknown' : false;
  const is = (name: string, wanted: string): Trilean => {
    const value = option(name);
    if (value === undefined) return unsaid;
    const text = asText(value);
    return text === undefined ? 'unknown' : text === wanted;
  };
  const safe = or(is('HttpTokens', 'required'), is('HttpEndpoint', 'disabled'));
  return safe === 'unknown' ? safe : !safe;
}

/** Whether it is launched from something that is not here, or by a service with options of its own. */
function needsLaunch({ type, properties }: Resource): boolean {
  return !/^AWS::(EC2::Instance|AutoScaling)/.test(type) || LAUNCHED.some((name) => properties[name] !== undefined);
}
