import { at, judge, present, unknown } from '../check';
import type { Rule } from '../rule';
import { launchSources } from './launch-source';

/** The role may come from the launch template. Without one, programs on the instance are given keys that last. */
export const instanceHasRole: Rule = {
  id: 'instance-has-role',
  control: 'IDN-12',
  severity: 'low',
  message: 'The instance has no role: programs on it can reach AWS with long-lived keys only.',
  remediation: 'Set IamInstanceProfile to a profile with a role of least privilege.',
  types: ['AWS::EC2::Instance'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const own = judge(at(resource.properties, 'IamInstanceProfile'), present);
    if (own.some(({ status }) => status !== 'fail')) return own;
    const sources = launchSources(resource, graph);
    if (sources.some((source) => source === 'elsewhere' || source === 'unmanaged')) {
      const found = { path: 'LaunchTemplate', value: resource.properties['LaunchTemplate'] };
      return { ...unknown(found, present.expected), because: 'the launch template is not in these templates' };
    }
    const templates = sources.filter((source) => typeof source === 'object');
    const given = templates.flatMap(({ properties }) => at(properties, 'LaunchTemplateData.IamInstanceProfile'));
    const [result] = judge(given, present);
    return result && given.length > 0 ? { ...result, property: 'Properties.IamInstanceProfile' } : own;
  },
};
