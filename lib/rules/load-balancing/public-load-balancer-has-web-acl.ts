import { and } from '../../model';
import { accompanied, among, NOT_APPLICABLE, orAbsent } from '../check';
import type { Rule } from '../rule';

const protectedByAcl = accompanied({
  namings: [
    { type: 'AWS::WAFv2::WebACLAssociation', path: 'ResourceArn' },
    { type: 'AWS::WAFRegional::WebACLAssociation', path: 'ResourceArn' },
  ],
  expected: 'a web ACL associated with the load balancer',
});

const ofApplications = orAbsent(among('application'));

const facingInternet = orAbsent(among('internet-facing'));

/**
 * An application load balancer is open to the internet unless Scheme says internal. An association counts wherever
 * in the unit it stands.
 */
export const publicLoadBalancerHasWebAcl: Rule = {
  id: 'public-load-balancer-has-web-acl',
  control: 'NET-13',
  message: 'Requests from the internet reach the application unfiltered.',
  remediation: 'Add a WebACLAssociation with managed rules.',
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const { Type, Scheme } = resource.properties;
    const isPublic = and(ofApplications.test(Type), facingInternet.test(Scheme));
    return isPublic === false ? NOT_APPLICABLE : protectedByAcl(resource, context);
  },
};
