import { at, either, field, isTrue, judge, present } from '../check';
import { launchSources } from './launch-source';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, string>> = {
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.BlockDeviceMappings[]',
};

const encrypted = either(field('Ebs.Encrypted', isTrue), field('VirtualName', present), field('NoDevice', present));

/** Judged by the launch template or launch configuration, where it is in the unit. */
export const launchedVolumesEncrypted: Rule = {
  id: 'launched-volumes-encrypted',
  control: 'KEY-01',
  message: 'What is launched has volumes that do not say that they are encrypted.',
  remediation: 'Set Ebs.Encrypted to true in each block device mapping of the launch template.',
  types: ['AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const sources = launchSources(resource, graph).filter((source) => typeof source === 'object');
    const found = sources.flatMap((source) => at(source.properties, PATHS[source.type] ?? 'BlockDeviceMappings[]'));
    return judge(found, encrypted).map((result) =>
      result.status === 'not-applicable' ? result : { ...result, property: 'Properties' },
    );
  },
};
