import { fail, get, isFalse, isTrue, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'no edge delivery, or a declared transfer';

/**
 * Public information may be delivered by the edge when a transfer says so; a template that claims a transfer is
 * left to the register. A distribution that is switched off delivers nothing.
 */
export const edgeDeliveryDeclared: Rule = {
  id: 'edge-delivery-declared',
  control: 'RES-09',
  message: 'Content is kept and served outside the jurisdiction.',
  remediation: 'Serve from the home region, or declare a transfer of public information.',
  types: [
    'AWS::CloudFront::Distribution',
    'AWS::CloudFront::DistributionTenant',
    'AWS::CloudFront::StreamingDistribution',
    'AWS::CloudFront::KeyValueStore',
    'AWS::GlobalAccelerator::Accelerator',
    'AWS::Lightsail::Distribution',
  ],
  scope: 'resource',
  evaluate: (resource) => {
    const { type, template } = resource;
    const transfers = template.claims?.transfers ?? [];
    const found = { path: '', value: undefined };
    if (type === 'AWS::CloudFront::Distribution') {
      const enabled = get(resource.properties, 'DistributionConfig.Enabled');
      if (isFalse.test(enabled) === true) return NOT_APPLICABLE;
      if (isTrue.test(enabled) === 'unknown')
        return unknown({ path: 'DistributionConfig.Enabled', value: enabled }, EXPECTED);
    }
    return transfers.length > 0
      ? pass(found, EXPECTED)
      : { ...fail(found, EXPECTED), observed: `${type} serves from edge locations of every country` };
  },
};
