import { graphOf, templateFromObject, type TemplateOptions, type Value } from '../../lib/template';

export const HERE = { region: 'ap-east-1', account: '111122223333' };

export interface Given {
  readonly body: object;
  readonly options?: TemplateOptions;
}

/** Property `Value` of resource `Subject` of one template among several. */
export function valueIn(path: string, given: Readonly<Record<string, Given>>): Value | undefined {
  const templates = Object.entries(given).map(([name, { body, options }]) => templateFromObject(name, body, options));
  const graph = graphOf(templates);
  return graph.templates.find((template) => template.path === path)?.resource('Subject')?.properties['Value'];
}

export function using(value: unknown, sections: object = {}): object {
  return { ...sections, Resources: { Subject: { Type: 'T', Properties: { Value: value } } } };
}

export function exporting(name: unknown, value: unknown, sections: object = {}): object {
  return {
    ...sections,
    Resources: { Vpc: { Type: 'AWS::EC2::VPC' } },
    Outputs: { Id: { Value: value, Export: { Name: name } } },
  };
}
