import { token } from './text';

/** Files of the set: each document names the others by these. */
export const OSCAL_FILES = {
  catalog: 'catalog.json',
  'component-definition': 'component-definition.json',
  'system-security-plan': 'system-security-plan.json',
  'assessment-plan': 'assessment-plan.json',
  'assessment-results': 'assessment-results.json',
  'plan-of-action-and-milestones': 'plan-of-action-and-milestones.json',
} as const;

/** Id of the statement of a control. */
export function statementId(control: string): string {
  return `${token(control)}_smt`;
}
