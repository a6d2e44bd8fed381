import type { Rule } from '../rule';
import { wholeBlock } from './public-access-block';

/** All four are on unless a block leaves one out or turns it off. */
export const accessPointPublicAccessBlocked: Rule = {
  id: 'access-point-public-access-blocked',
  control: 'RES-15',
  message: 'The access point turns a part of its block of public access off.',
  remediation: 'Set all four flags of PublicAccessBlockConfiguration to true, or remove it.',
  types: ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint', 'AWS::S3Express::AccessPoint'],
  scope: 'resource',
  evaluate: wholeBlock,
};
