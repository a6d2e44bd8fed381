import { among, property } from '../check';
import type { Rule } from '../rule';

/** PublicInternetOnly unless it is told otherwise. */
export const studioVpcOnly: Rule = {
  id: 'studio-vpc-only',
  control: 'NET-04',
  category: 'public-exposure',
  message: 'Notebooks of the domain reach the internet past every inspection.',
  remediation: 'Set AppNetworkAccessType to VpcOnly.',
  types: ['AWS::SageMaker::Domain'],
  scope: 'resource',
  evaluate: property('AppNetworkAccessType', among('VpcOnly')),
};
