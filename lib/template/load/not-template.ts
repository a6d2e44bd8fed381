import { isJsonMap, own } from '../resolve/json';

/** The sections of a template beside `Resources`. */
const SECTIONS = new Set(
  'AWSTemplateFormatVersion Description Metadata Parameters Mappings Conditions Rules Transform Outputs Hooks'.split(
    ' ',
  ),
);

/**
 * Why a body is not a template; undefined when it is one.
 * @param declared true for the template of a stack: the CDK leaves `Resources` out of a stack that has none
 */
export function notTemplate(body: unknown, declared = false): string | undefined {
  if (!isJsonMap(body)) return 'not a CloudFormation template: expected a map with Resources';
  const resources = own(body, 'Resources');
  if (resources === undefined && declared && Object.keys(body).every((key) => SECTIONS.has(key))) return undefined;
  if (resources === undefined) return 'not a CloudFormation template: it has no Resources';
  return isJsonMap(resources) ? undefined : 'not a CloudFormation template: Resources is not a map';
}
