import { asText, type Resource } from '../../template';
import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import type { RuleResult } from '../rule';
import { tagOf, tagPropertyOf } from './tags';

/** What the text of a tag must be. */
export interface TagExpectation {
  /** Last part of the tag's key, lower case. */
  readonly name: string;
  readonly expected: string;
  /** Whether a value is right; undefined where it says nothing of the control. */
  readonly is: (text: string) => boolean | undefined;
  /** Whether a resource without the tag, or with one that cannot be read, breaks the control. */
  readonly isRequired: boolean;
}

/** Judges the text under a tag of a resource. */
export function judgeTag(resource: Resource, { name, expected, is, isRequired }: TagExpectation): RuleResult {
  const { values, open } = tagOf(resource, name);
  const path = tagPropertyOf(resource.type);
  const found = { path, value: values[0] };
  const judged = values.map((value) => ({ value, holds: holdsFor(asText(value), is) }));
  const wrong = judged.find(({ holds }) => holds === false);
  if (wrong) return fail({ path, value: wrong.value }, expected);
  if (judged.some(({ holds }) => holds === true)) return pass(found, expected);
  if (!isRequired) return NOT_APPLICABLE;
  if (values.length > 0) return unknown(found, expected);
  if (open !== undefined) return unknown({ path, value: open }, expected);
  return { ...fail(found, expected), observed: `no tag ${name}` };
}

function holdsFor(text: string | undefined, is: TagExpectation['is']): boolean | undefined {
  return text === undefined ? undefined : is(text);
}
