import { standIn, Unknown, type Output, type Parameter, type Resource, type Template, type Value } from '../template';

/** Type under which rules judge the parameters of a template: properties Type, NoEcho, Default, Value. */
export const PARAMETER = 'AWS::CloudFormation::Parameter';

/** Type under which rules judge the outputs of a template: properties Value, ExportName. */
export const OUTPUT = 'AWS::CloudFormation::Output';

/** Type under which rules judge a template as a whole: by what it claims, and by what the assembly says of its stack. */
export const TEMPLATE = 'AWS::CloudFormation::Template';

/** What a template declares besides resources, in the form of resources. */
export function declarationsOf(template: Template): readonly Resource[] {
  return [
    templateDeclaration(template),
    ...template.parameters.map((parameter) => standIn(template, PARAMETER, parameter.name, ofParameter(parameter))),
    ...template.outputs.map((output) => standIn(template, OUTPUT, output.name, ofOutput(output))),
  ];
}

/** A template as a whole, in the form of a resource without logical id. */
export function templateDeclaration(template: Template): Resource {
  return standIn(template, TEMPLATE, '', {});
}

function ofParameter({ name, type, noEcho, default: byDefault, value }: Parameter): Resource['properties'] {
  const text = typeof byDefault === 'string' || typeof byDefault === 'number' ? String(byDefault) : undefined;
  return { Name: name, Type: type, NoEcho: noEcho, Value: value, ...(text === undefined ? {} : { Default: text }) };
}

function ofOutput({ name, value, exportName }: Output): Resource['properties'] {
  const shown: Value = value ?? new Unknown('the output has no value');
  return { Name: name, Value: shown, ...(exportName === undefined ? {} : { ExportName: exportName }) };
}
