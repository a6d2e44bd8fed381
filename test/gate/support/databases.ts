/** A database that a rule refuses (rds-not-public). */
export function publicDatabase(more: object = {}): object {
  return { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', PubliclyAccessible: true }, ...more };
}

/** A template of a few resources. */
export function template(resources: object, more: object = {}): object {
  return { AWSTemplateFormatVersion: '2010-09-09', Resources: resources, ...more };
}
