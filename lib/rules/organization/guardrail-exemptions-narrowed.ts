import { regionsOutside } from '../../model';
import type { Rule } from '../rule';
import { proved } from './proved';

/** Calls of global services by which data or keys can be put elsewhere. */
const MOVING = [
  'cloudfront:CreateDistribution',
  'globalaccelerator:CreateAccelerator',
  'kms:CreateKey',
  'networkmanager:CreateCoreNetwork',
  's3:CreateMultiRegionAccessPoint',
];

/**
 * A guardrail on regions must exempt global services, and so exempts also what these can move. Each such call must be
 * refused by some statement: by the one on regions itself, which does not exempt it, or by another, to all but named
 * roles or outside of the regions.
 */
export const guardrailExemptionsNarrowed: Rule = {
  id: 'guardrail-exemptions-narrowed',
  control: 'RES-02',
  message: 'The guardrail on regions exempts a global service that can move data out of them.',
  remediation: 'Deny the exempted calls that move data again, by a second statement.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: proved((guardrails, { partition, regions }) => {
    const outside = regionsOutside(partition, regions);
    return MOVING.map((action) => guardrails.nobodyCan([action], { regions: outside }));
  }),
};
