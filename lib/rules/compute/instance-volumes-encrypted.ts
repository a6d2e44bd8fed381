import { either, field, isTrue, present, property } from '../check';
import type { Rule } from '../rule';

const encrypted = either(field('Ebs.Encrypted', isTrue), field('VirtualName', present), field('NoDevice', present));

/**
 * A volume from a snapshot keeps the encryption of the snapshot, which a template does not show: it has to say so
 * all the same. Instance stores and removed devices are not judged.
 */
export const instanceVolumesEncrypted: Rule = {
  id: 'instance-volumes-encrypted',
  control: 'KEY-01',
  message: 'A volume of the instance does not say that it is encrypted.',
  remediation: 'Set Ebs.Encrypted to true in each block device mapping.',
  types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const prefix = resource.type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData.' : '';
    return property(`${prefix}BlockDeviceMappings[]`, encrypted)(resource, context);
  },
};
