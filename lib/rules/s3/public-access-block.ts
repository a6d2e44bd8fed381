import type { Rule } from '../rule';
import { allOf, isTrue, present, property, when } from '../check';

const BLOCK = 'PublicAccessBlockConfiguration';
const FLAGS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** A rule’s predicate: a block of public access has all of its flags; one that leaves a flag out turns it off. */
export const wholeBlock: Rule['evaluate'] = allOf(
  ...FLAGS.map((flag) => property(`${BLOCK}.${flag}`, isTrue, when(BLOCK, present))),
);
