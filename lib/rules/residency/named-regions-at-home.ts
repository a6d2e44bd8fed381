import { judgePath, egressPathsOf, scanResource } from '../../proofs/residency';
import type { Rule } from '../rule';
import { remembered, resultsOf } from './keeps-home';

const documentsOf = remembered((type) => egressPathsOf(type).filter(({ concern }) => concern === 'named'));

/**
 * Regions, zones, endpoints and inference profiles that a resource names anywhere: in properties, state machines, policies,
 * user data, environment variables. What a policy denies or conditions on moves nothing.
 */
export const namedRegionsAtHome: Rule = {
  id: 'named-regions-at-home',
  control: 'RES-01',
  severity: 'medium',
  message: 'The resource names a place outside the profile’s regions.',
  remediation: 'Name places of the profile’s regions, or declare a transfer.',
  types: ['*'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const here = { resource, ...context };
    const documents = documentsOf(resource.type).flatMap((path) => judgePath(path, here));
    return resultsOf([...documents, ...scanResource(here)], context);
  },
};
