import type { Resource } from '../../template';
import { among, at, either, fail, field, judge, unknown } from '../check';
import { launchSources, type LaunchSource } from './launch-source';
import type { Rule, RuleResult } from '../rule';

/** Where the options stand, by resource type; a group has none of its own. */
const OWN: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'MetadataOptions',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.MetadataOptions',
  'AWS::AutoScaling::LaunchConfiguration': 'MetadataOptions',
};

const safe = either(field('HttpTokens', among('required')), field('HttpEndpoint', among('disabled')));

/**
 * IMDSv1 is accepted unless tokens are required, or the account or image says otherwise, which a template does not
 * show. An instance or group is judged by its launch template. Where that is an id of something made by hand, an instance
 * has to say so itself; a group cannot.
 */
export const instanceMetadataV2: Rule = {
  id: 'instance-metadata-v2',
  control: 'IDN-11',
  message: 'A program on the instance that can be made to fetch an address gives away the instance’s credentials.',
  remediation: 'Set MetadataOptions.HttpTokens to required in the launch template, or turn the endpoint off.',
  types: [
    'AWS::EC2::Instance',
    'AWS::EC2::LaunchTemplate',
    'AWS::AutoScaling::LaunchConfiguration',
    'AWS::AutoScaling::AutoScalingGroup',
  ],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const own = OWN[resource.type];
    if (own !== undefined && at(resource.properties, own).some(({ value }) => value !== undefined))
      return judge(at(resource.properties, own), safe);
    if (resource.type === 'AWS::EC2::LaunchTemplate' || resource.type === 'AWS::AutoScaling::LaunchConfiguration') {
      return judge([{ path: own ?? '', value: undefined }], safe);
    }
    return launchSources(resource, graph).map((source) => ofSource(resource, source));
  },
};

function ofSource(resource: Resource, source: LaunchSource): RuleResult {
  const path =
    resource.properties['LaunchConfigurationName'] === undefined ? 'LaunchTemplate' : 'LaunchConfigurationName';
  const found = { path, value: resource.properties[path] };
  const saysItself = resource.type === 'AWS::EC2::Instance';
  if (source === 'none' || (source === 'unmanaged' && saysItself)) return fail(found, safe.expected);
  if (typeof source === 'string')
    return { ...unknown(found, safe.expected), because: 'the launch template is not in these templates' };
  const [result] = judge(at(source.properties, OWN[source.type] ?? 'MetadataOptions'), safe);
  return { ...(result ?? unknown(found, safe.expected)), property: `Properties.${path}` };
}
