import { own } from '../resolve/json';
import { Unknown } from '../value';

/** `Fn::Transform`: a macro makes the value at deployment, for example `AWS::Include`. */
export function transform(argument: unknown): Unknown {
  return new Unknown(`macro ${macroName(argument)} makes the value at deployment`);
}

/** Name of the macro that `Fn::Transform` calls. */
export function macroName(argument: unknown): string {
  const name = own(argument, 'Name');
  return typeof name === 'string' ? name : '(without name)';
}
