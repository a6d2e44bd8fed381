import { forAll, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import { among, companions, pass, property, referred } from '../check';
import type { Rule } from '../rule';

const byIdentity = among('AWS_IAM');
const judged = property('AuthType', byIdentity);

/** NONE unless it is told otherwise; where each of its networks asks for identities, the service need not. */
export const latticeAuthenticated: Rule = {
  id: 'lattice-authenticated',
  control: 'WKL-08',
  message: 'Whoever reaches the service network can call the service.',
  remediation: 'Set AuthType to AWS_IAM, with a policy that names the callers.',
  types: ['AWS::VpcLattice::Service'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const value = resource.properties['AuthType'];
    const byNetworks = byIdentity.test(value) === false && askedByNetworks(resource, context.graph) === true;
    return byNetworks
      ? pass({ path: 'AuthType', value }, 'AWS_IAM, or service networks that ask for it')
      : judged(resource, context);
  },
};

function askedByNetworks(service: Resource, graph: Graph): Trilean {
  const type = 'AWS::VpcLattice::ServiceNetworkServiceAssociation';
  const associations = companions(graph, service, { type, path: 'ServiceIdentifier' });
  if (associations.length === 0) return false;
  return forAll(associations, ({ resource }) =>
    byIdentity.test(referred(resource.properties['ServiceNetworkIdentifier'], graph)?.properties['AuthType']),
  );
}
