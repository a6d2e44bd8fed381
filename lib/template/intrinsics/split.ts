import { splitText } from '../split-text';
import { partsOf } from '../text';
import type { Scope } from '../resolve/scope';
import { DynamicReference, Reference, Unknown, type Part, type Value } from '../value';
import { combine } from './combine';
import { malformed } from './malformed';

/** Pseudo parameters that hold letters, digits, hyphens and dots only. */
const PLAIN = new Set(['AWS::AccountId', 'AWS::Region', 'AWS::Partition', 'AWS::URLSuffix', 'AWS::StackName']);

/** `Fn::Split`: `[delimiter, text]`. Text with unresolved parts is split where they cannot hold the delimiter. */
export function split(argument: unknown, scope: Scope): Value | undefined {
  if (!Array.isArray(argument) || argument.length !== 2) return malformed('Fn::Split', '[delimiter, text]');
  const [delimiter, text] = argument.map((item: unknown) => scope.resolve(item));
  return combine([delimiter, text], ([separator, source]) => {
    if (typeof separator !== 'string' || separator === '') return malformed('Fn::Split', 'a delimiter that is text');
    const parts = partsOf(source);
    return parts ? splitParts(parts, separator, scope) : malformed('Fn::Split', 'a text to split');
  });
}

/** Splits text; unknown when an unresolved part may hold the delimiter. */
export function splitParts(parts: readonly Part[], delimiter: string, scope: Scope): Value {
  const blocking = parts.find((part) => mayHold(part, delimiter, scope));
  if (blocking instanceof Reference) return new Unknown(`text is split that ${blocking.logicalId} makes at deployment`);
  if (blocking instanceof Unknown) return new Unknown(`text is split that is not known: ${blocking.reason}`);
  return splitText(parts, delimiter);
}

function mayHold(part: Part, delimiter: string, scope: Scope): boolean {
  if (typeof part === 'string') return false;
  if (part instanceof Unknown) {
    return part instanceof DynamicReference || !PLAIN.has(part.source ?? '') || /^[A-Za-z0-9.-]+$/.test(delimiter);
  }
  // Names, ids and ARNs hold none of these delimiters; what a parameter or custom resource returns may.
  const type = part.template === scope.names.path ? scope.names.resourceType(part.logicalId) : undefined;
  const free =
    type === 'AWS::SSM::Parameter' || type?.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
  return free || /^[A-Za-z0-9.:/_-]+$/.test(delimiter);
}
