import type { ClaimRule } from './claim-rules';

/** What is reviewed before a change must be what is deployed. */
export const DEPLOYMENT_SHOWN: ClaimRule = {
  id: 'deployment-shown',
  control: 'CHG-02',
  severity: 'high',
  message: 'More is deployed than stands in the templates that are judged.',
  remediation:
    'Judge the template that is nested or delivered beside the one that names it, or the template as CloudFormation processed it; what nobody can show needs a waiver.',
};
