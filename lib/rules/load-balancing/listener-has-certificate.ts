import { and, not } from '../../model';
import { type Guard, among, field, present, property, some } from '../check';
import type { Rule } from '../rule';

const redirects = some(field('Type', among('redirect')));

const needsCertificate: Guard = ({ properties }) =>
  and(among('HTTPS', 'TLS', 'HTTP').test(properties['Protocol']), not(redirects.test(properties['DefaultActions'])));

/** A listener on HTTP has none; one that only redirects needs none and is not judged. */
export const listenerHasCertificate: Rule = {
  id: 'listener-has-certificate',
  control: 'NET-14',
  message: 'The listener has no certificate.',
  remediation: 'Name a certificate of AWS Certificate Manager in Certificates.',
  types: ['AWS::ElasticLoadBalancingV2::Listener'],
  scope: 'resource',
  evaluate: property('Certificates', some(field('CertificateArn', present)), needsCertificate),
};
