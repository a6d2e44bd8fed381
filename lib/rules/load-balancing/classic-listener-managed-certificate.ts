import { and } from '../../model';
import { describe, possibilities } from '../../template';
import { present, property, type Expectation } from '../check';
import type { Rule } from '../rule';

/** A reference to a certificate of the unit, or text of Certificate Manager. */
const managed: Expectation = {
  expected: 'a certificate of Certificate Manager',
  test: (value) => and(present.test(value), ...possibilities(value).map((option) => !/:iam:/.test(describe(option)))),
};

/** A server certificate that was uploaded to IAM runs out unnoticed. */
export const classicListenerManagedCertificate: Rule = {
  id: 'classic-listener-managed-certificate',
  control: 'NET-14',
  message: 'A listener has no certificate that renews itself.',
  remediation: 'Name a certificate of AWS Certificate Manager in SSLCertificateId.',
  types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  scope: 'resource',
  evaluate: property('Listeners[].SSLCertificateId', managed),
};
