import type { Expectation } from '../check';
import { absent, at, either, field, isTrue, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';

const device = either(field('Ebs', absent), field('Ebs.Encrypted', isTrue));

const DEVICES: Readonly<Record<string, readonly [string, Expectation]>> = {
  'AWS::EC2::EC2Fleet': ['LaunchTemplateConfigs[].Overrides[].BlockDeviceMappings[]', device],
  'AWS::EC2::SpotFleet': ['SpotFleetRequestConfigData.LaunchSpecifications[].BlockDeviceMappings[]', device],
  'AWS::ECS::Service': [
    'VolumeConfigurations[]',
    either(field('ManagedEBSVolume', absent), field('ManagedEBSVolume.Encrypted', isTrue)),
  ],
  'AWS::ImageBuilder::ContainerRecipe': ['InstanceConfiguration.BlockDeviceMappings[]', device],
  'AWS::ImageBuilder::ImageRecipe': ['BlockDeviceMappings[]', device],
  'AWS::OpsWorks::Layer': ['VolumeConfigurations[]', field('Encrypted', isTrue)],
};

/**
 * A volume that somebody else attaches: to machines of a fleet, to images that are built, to tasks. Mappings that add
 * nothing are not judged.
 */
export const attachedVolumesEncrypted: Rule = {
  id: 'attached-volumes-encrypted',
  control: 'KEY-01',
  message: 'A volume does not say that it is encrypted.',
  remediation: 'Set Encrypted to true for each volume.',
  types: Object.keys(DEVICES),
  scope: 'resource',
  evaluate: (resource) => {
    const [path, encrypted] = DEVICES[resource.type] ?? [''];
    return encrypted ? judge(at(resource.properties, path), encrypted) : NOT_APPLICABLE;
  },
};
