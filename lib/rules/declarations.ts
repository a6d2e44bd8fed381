import { Unknown, type Output, type Parameter, type Resource, type Template, type Value } from '../template';

/** Type under which rules judge the parameters of a template: properties Type, NoEcho, Default, Value. */
export const PARAMETER = 'AWS::CloudFormation::Parameter';

/** Type under which rules judge the outputs of a template: properties Value, ExportName. */
export const OUTPUT = 'AWS::CloudFormation::Output';

/** What a template declares besides resources, in the form of resources. */
export function declarationsOf(template: Template): readonly Resource[] {
  return [
    ...template.parameters.map((parameter) => declaration(template, PARAMETER, parameter.name, ofParameter(parameter))),
    ...template.outputs.map((output) => declaration(template, OUTPUT, output.name, ofOutput(output))),
  ];
}

function declaration(
  template: Template,
  type: string,
  logicalId: string,
  properties: Resource['properties'],
): Resource {
  return {
    template,
    type,
    logicalId,
    properties,
    metadata: {},
    constructPath: undefined,
    creationStack: undefined,
    acknowledged: {},
    deletionPolicy: undefined,
    updateReplacePolicy: undefined,
    condition: undefined,
    dependsOn: [],
  };
}

function ofParameter({ name, type, noEcho, default: byDefault, value }: Parameter): Resource['properties'] {
  const text = typeof byDefault === 'string' || typeof byDefault === 'number' ? String(byDefault) : undefined;
  return { Name: name, Type: type, NoEcho: noEcho, Value: value, ...(text === undefined ? {} : { Default: text }) };
}

function ofOutput({ name, value, exportName }: Output): Resource['properties'] {
  const shown: Value = value ?? new Unknown('the output has no value');
  return { Name: name, Value: shown, ...(exportName === undefined ? {} : { ExportName: exportName }) };
}
