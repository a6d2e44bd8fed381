import { assessmentPlanText } from './assessment-plan';
import { assessmentResultsText } from './assessment-results';
import { catalogText } from './catalog';
import { componentDefinitionText } from './component-definition';
import type { OscalInput } from './input';
import { OSCAL_FILES } from './names';
import { planOfActionText } from './plan-of-action';
import { systemSecurityPlanText } from './system-security-plan';

/**
 * The whole set of documents, by file name: they name each other by these. Undefined content: there is no such document,
 * because nothing is open.
 */
export function oscalFiles(input: OscalInput): ReadonlyMap<string, string | undefined> {
  const { now, rules } = input;
  return new Map([
    [OSCAL_FILES.catalog, catalogText(now, rules)],
    [OSCAL_FILES['component-definition'], componentDefinitionText(now, rules)],
    [OSCAL_FILES['system-security-plan'], systemSecurityPlanText(input)],
    [OSCAL_FILES['assessment-plan'], assessmentPlanText(input)],
    [OSCAL_FILES['assessment-results'], assessmentResultsText(input)],
    [OSCAL_FILES['plan-of-action-and-milestones'], planOfActionText(input)],
  ]);
}
