import { own } from '../resolve/json';
import { Unknown } from '../value';

/** `Fn::Transform`: a macro makes the value at deployment, for example `AWS::Include`. */
export function transform(argument: unknown): Unknown {
  const name = own(argument, 'Name');
  return new Unknown(`macro ${typeof name === 'string' ? name : '(without name)'} makes the value at deployment`);
}
