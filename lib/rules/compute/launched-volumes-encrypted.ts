import type { Resource } from '../../template';
import { at, fail, judge } from '../check';
import { devicesOf, encryptedDevice, mapsNone } from './device-mappings';
import { launchSources } from './launch-source';
import type { Rule, RuleResult } from '../rule';

/**
 * Judged by the launch template or launch configuration, where it is in the unit. One that maps no device leaves the
 * volumes as the image has them, unless the instance maps its own.
 */
export const launchedVolumesEncrypted: Rule = {
  id: 'launched-volumes-encrypted',
  control: 'KEY-01',
  message: 'What is launched has volumes that do not say that they are encrypted.',
  remediation: 'Set Ebs.Encrypted to true in each block device mapping of the launch template.',
  types: ['AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const sources = launchSources(resource, graph).filter((source) => typeof source === 'object');
    const mapsOwn = !mapsNone(devicesOf(resource).value);
    return sources
      .flatMap((source) => volumesOf(source, mapsOwn))
      .map((result) => (result.status === 'not-applicable' ? result : { ...result, property: 'Properties' }));
  },
};

function volumesOf(source: Resource, mapsOwn: boolean): readonly RuleResult[] {
  const devices = devicesOf(source);
  if (!mapsNone(devices.value)) return judge(at(source.properties, `${devices.path}[]`), encryptedDevice);
  return mapsOwn ? [] : [fail(devices, 'Ebs.Encrypted true for each volume')];
}
