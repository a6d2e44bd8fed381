import { either, field, filled, property } from '../check';
import type { Rule } from '../rule';

/** Public unless it is asked for; it cannot be changed later. */
export const searchDomainInVpc: Rule = {
  id: 'search-domain-in-vpc',
  control: 'WKL-01',
  category: 'network-segmentation',
  severity: 'high',
  message: 'The search domain answers on a public address.',
  remediation: 'Set VPCOptions with subnets of the data zone.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('VPCOptions', either(field('SubnetIds', filled), field('SecurityGroupIds', filled))),
};
