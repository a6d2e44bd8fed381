import type { ConditionEntry, Members, Statement } from './statement';

/**
 * Whether everything that a statement matches, another one matches too. Both have the same effect. False may mean that it
 * cannot be told: two statements of several may cover together what none covers alone.
 */
export function covers(wide: Statement, narrow: Statement): boolean {
  return (
    membersCover(wide.actions, narrow.actions) &&
    membersCover(wide.resources, narrow.resources) &&
    principalsCover(wide.principals, narrow.principals) &&
    wide.conditions.every((entry) => narrow.conditions.some((other) => isNarrower(other, entry)))
  );
}

/** A statement as several, each of one action, resource and principal, so that others may cover it piece by piece. */
export function piecesOf(statement: Statement): readonly Statement[] {
  const { actions, resources, principals } = statement;
  const pieces = split(actions).flatMap((action) =>
    split(resources).flatMap((resource) =>
      (principals ? split(principals) : [undefined]).map((principal) => ({
        ...statement,
        actions: action,
        resources: resource,
        principals: principal,
      })),
    ),
  );
  return pieces.length > MOST_PIECES ? [statement] : pieces;
}

const MOST_PIECES = 2000;

/** Whether two statements may speak of the same action and resource; true where that cannot be told. */
export function mayOverlap(a: Statement, b: Statement): boolean {
  return membersOverlap(a.actions, b.actions) && membersOverlap(a.resources, b.resources);
}

function membersOverlap(a: Members, b: Members): boolean {
  if (a.not && b.not) return true;
  if (a.not) return !membersCover({ not: false, texts: a.texts }, b);
  if (b.not) return !membersCover({ not: false, texts: b.texts }, a);
  return a.texts.some((one) => b.texts.some((other) => textsOverlap(one, other)));
}

function textsOverlap(a: string, b: string): boolean {
  // What is made at deployment may be anything that a pattern matches.
  const [isOpen, isOther] = [a, b].map((text) => /[*?]|\$\{/.test(text));
  return (isOpen === true && isOther === true) || matches(a, b) || matches(b, a);
}

function split(members: Members): readonly Members[] {
  return members.not ? [members] : members.texts.map((text) => ({ not: false, texts: [text] }));
}

function principalsCover(wide: Members | undefined, narrow: Members | undefined): boolean {
  if (!wide || !narrow) return wide === narrow;
  return membersCover(wide, narrow);
}

function membersCover(wide: Members, narrow: Members): boolean {
  // All but some covers all but more; a list covers all but some only if it names everything.
  if (narrow.not) return wide.not ? wide.texts.every((text) => some(narrow.texts, text)) : wide.texts.includes('*');
  if (!wide.not) return narrow.texts.every((text) => some(wide.texts, text));
  return narrow.texts.every((text) => !wide.texts.some((except) => matches(except, text) || matches(text, except)));
}

function some(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => matches(pattern, text));
}

/** Whether a pattern with `*` and `?` matches all that a text, which may hold these itself, matches. */
function matches(pattern: string, text: string): boolean {
  if (pattern === text || pattern === '*') return true;
  if (!/[*?]/.test(pattern)) return false;
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '[^*]');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** Whether a condition holds only where the other does: on the same key, with fewer values, or more that it excludes. */
function isNarrower(condition: ConditionEntry, other: ConditionEntry): boolean {
  if (condition.operator !== other.operator || condition.key !== other.key) return false;
  const excludes = /not/.test(condition.operator);
  const [few, many] = excludes ? [other, condition] : [condition, other];
  return few.values.every((value) => some(many.values, value));
}
