import type { ClaimRule } from './claim-rules';

/** What is reviewed before a change must be what is deployed. */
export const DEPLOYMENT_SHOWN: ClaimRule = {
  id: 'deployment-shown',
  control: 'CHG-02',
  severity: 'high',
  message: 'More is deployed than stands in the templates that are judged.',
  remediation:
    'Judge the template that is nested or delivered beside the one that names it, or the template as CloudFormation ' +
    'processed it; what nobody can show needs a waiver.',
};

/** A reviewer must be able to tell what a resource is. */
export const TYPE_KNOWN: ClaimRule = {
  id: 'resource-type-known',
  control: 'CHG-02',
  severity: 'high',
  message: 'Nothing judges the resource: its type is not one that the resource schemas of AWS know.',
  remediation:
    'Correct the name of the type, or judge with a newer release; a type of somebody else needs a waiver by who knows ' +
    'its handler.',
};
