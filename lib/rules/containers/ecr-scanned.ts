import { isTrue, property } from '../check';
import type { Rule } from '../rule';

const scannedOnPush = property('ImageScanningConfiguration.ScanOnPush', isTrue);

/** Off unless it is asked for, here or by a scanning configuration of the registry in the same template. */
export const ecrScanned: Rule = {
  id: 'ecr-scanned',
  control: 'DET-06',
  message: 'Images are not scanned when they arrive.',
  remediation: 'Set ImageScanningConfiguration.ScanOnPush to true.',
  types: ['AWS::ECR::Repository'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const registry = context.graph
      .ofType('AWS::ECR::RegistryScanningConfiguration')
      .find((other) => other.template === resource.template);
    if (registry) return { status: 'pass', property: 'Properties', expected: 'scanned by the registry' };
    return scannedOnPush(resource, context);
  },
};
