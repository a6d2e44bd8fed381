import { isJsonMap, own, type JsonMap } from '../resolve/json';

/** The sections of a template beside `Resources`. */
const SECTIONS = new Set(
  'AWSTemplateFormatVersion Description Metadata Parameters Mappings Conditions Rules Transform Outputs Hooks'.split(
    ' ',
  ),
);

/**
 * A parsed body as that of a template; text that says why it is none.
 * @param declared true for the template of a stack: the CDK leaves `Resources` out of a stack that has none
 */
export function templateBody(body: unknown, declared = false): JsonMap | string {
  if (!isJsonMap(body)) return 'not a CloudFormation template: expected a map with Resources';
  const resources = own(body, 'Resources');
  if (isJsonMap(resources)) return body;
  if (resources !== undefined) return 'not a CloudFormation template: Resources is not a map';
  const isEmptyStack = declared && Object.keys(body).every((key) => SECTIONS.has(key));
  return isEmptyStack ? body : 'not a CloudFormation template: it has no Resources';
}
