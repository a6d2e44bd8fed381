import { at, fail, judge, NOT_APPLICABLE } from '../check';
import { devicesOf, encryptedDevice, mapsNone } from './device-mappings';
import type { Rule } from '../rule';

/** Types that launch by themselves; a launch template may be one of several that add up. */
const SELF_STANDING: ReadonlySet<string> = new Set(['AWS::EC2::Instance', 'AWS::AutoScaling::LaunchConfiguration']);

/**
 * A volume from a snapshot or an image keeps its encryption, and an account may encrypt by default, which a template does
 * not show: it has to say so all the same. Instance stores and removed devices are not judged; an instance from a launch
 * template is judged with its template by another rule.
 */
export const instanceVolumesEncrypted: Rule = {
  id: 'instance-volumes-encrypted',
  control: 'KEY-01',
  message: 'A volume of the instance does not say that it is encrypted.',
  remediation: 'Set Ebs.Encrypted to true in the block device mapping of each volume, the first one included.',
  types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  scope: 'resource',
  evaluate: (resource) => {
    const devices = devicesOf(resource);
    if (!mapsNone(devices.value)) return judge(at(resource.properties, `${devices.path}[]`), encryptedDevice);
    const isWhole = SELF_STANDING.has(resource.type) && resource.properties['LaunchTemplate'] === undefined;
    return isWhole ? fail(devices, 'Ebs.Encrypted true for each volume') : NOT_APPLICABLE;
  },
};
