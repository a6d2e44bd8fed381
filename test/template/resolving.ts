import { templateFromObject, type TemplateOptions, type Value } from '../../lib/template';

/** Sections of a template that stand beside the resource `Subject`. */
export interface Sections {
  readonly [section: string]: unknown;
  readonly Resources?: object;
}

/** What an expression resolves to as property `Value` of a resource. */
export function resolved(
  expression: unknown,
  sections: Sections = {},
  options: TemplateOptions = {},
): Value | undefined {
  return propertiesOf({ Value: expression }, sections, options)?.['Value'];
}

/** Resolved properties of a resource; undefined when no deployment makes it. */
export function propertiesOf(
  properties: unknown,
  sections: Sections = {},
  options: TemplateOptions = {},
  condition?: string,
): { readonly [key: string]: Value } | undefined {
  const subject = { Type: 'Test::Subject', Properties: properties, ...(condition ? { Condition: condition } : {}) };
  const body = {
    ...sections,
    Resources: { Bucket: { Type: 'AWS::S3::Bucket' }, ...sections.Resources, Subject: subject },
  };
  return templateFromObject('test.json', body, options).resource('Subject')?.properties;
}
