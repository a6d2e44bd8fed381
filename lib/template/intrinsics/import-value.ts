import { describe } from '../describe';
import { asText } from '../scalar';
import { section } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import { Unknown, type Value } from '../value';
import { combine } from './combine';
import { malformed } from './malformed';
import { opened } from './opened';

/** `Fn::ImportValue`: what another template of the unit exports. */
export function importValue(argument: unknown, scope: Scope): Value | undefined {
  return combine([scope.resolve(argument)], ([name]) => {
    const text = asText(name);
    if (text !== undefined) return opened(scope.names.exported(text), scope);
    return new Unknown(`the name of an imported value is not known: ${describe(name)}`);
  });
}

/** `Fn::GetStackOutput`: an output of another stack, by name of stack and output. */
export function getStackOutput(argument: unknown, scope: Scope): Value | undefined {
  const fields = section({ argument }, 'argument');
  const operands = [fields['StackName'], fields['OutputName'], fields['Region']].map((item) => scope.resolve(item));
  return combine(operands, ([stack, output, region]) => {
    if (stack === undefined || output === undefined) return malformed('Fn::GetStackOutput', 'StackName and OutputName');
    const names = [asText(stack), asText(output)];
    const [stackName, outputName] = names;
    if (stackName === undefined || outputName === undefined) return new Unknown('the stack of an output is not known');
    return opened(scope.names.stackOutput(stackName, outputName, region), scope);
  });
}
