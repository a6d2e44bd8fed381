import { stackAbroad } from '../../proofs/residency';
import { pass } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';
import { resultsOf } from './keeps-home';

/** What the assembly, or --region, says of the stack. */
export const stackInProfileRegion: Rule = {
  id: 'stack-in-profile-region',
  control: 'RES-01',
  message: 'The stack is deployed outside the profile’s regions.',
  remediation: 'Deploy it to a region of the profile, or declare a transfer.',
  types: [TEMPLATE],
  scope: 'resource',
  evaluate: ({ template }, context) => {
    const abroad = stackAbroad(template, context.profile);
    if (abroad) return resultsOf([abroad], context);
    const { region } = template;
    return region === undefined
      ? { status: 'not-applicable' }
      : pass({ path: '', value: region }, 'a region of the profile');
  },
};
