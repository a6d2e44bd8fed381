import { type Resource, type Value } from '../../template';
import { either, field, get, isTrue, present } from '../check';

/** A device that needs no word about encryption, or says it. */
export const encryptedDevice = either(
  field('Ebs.Encrypted', isTrue),
  field('VirtualName', present),
  field('NoDevice', present),
);

/** The block device mappings of an instance, launch configuration or launch template, and their path. */
export function devicesOf({ type, properties }: Resource): {
  readonly path: string;
  readonly value: Value | undefined;
} {
  const path = type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData.BlockDeviceMappings' : 'BlockDeviceMappings';
  return { path, value: get(properties, path) };
}

/** Whether no device is mapped: then the volumes are those of the image, as the image has them. */
export function mapsNone(value: Value | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
