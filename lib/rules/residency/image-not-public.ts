import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** `all` is everybody; accounts and organisations are listed under UserIds and OrganizationArns. */
export const imageNotPublic: Rule = {
  id: 'image-not-public',
  control: 'RES-16',
  message: 'Everybody may launch the images that are built.',
  remediation: 'Remove UserGroups; list accounts in UserIds, or the organisation in OrganizationArns.',
  types: ['AWS::ImageBuilder::DistributionConfiguration'],
  scope: 'resource',
  evaluate: property(
    'Distributions[].AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups[]',
    noneOf('all'),
  ),
};
