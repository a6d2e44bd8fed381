import { CONTROLS } from '../../controls';
import { nearest } from '../../model';
import { PROFILE_IDS, profileById } from '../../profiles';
import { findingText } from '../../report';
import { paintFor } from '../../report/layout';
import { currentIds, RETIRED } from '../../rules';
import { CannotError, EXIT } from '../exit';
import { allRules, explainControl, explainProfile, explainRetired, explainRule, readResult } from '../explain';
import { showsColour, type Session } from '../io';
import { isProfileFile, profileNamed } from '../profile-option';

/**
 * Says what a control, a rule or a finding is; returns the exit status.
 * @param result File in which the finding stands; the id is then that of a finding.
 */
export function runExplain(id: string, result: string | undefined, session: Session): number {
  const lines = result === undefined ? explain(id, session) : explainFinding(id, result, session);
  if (!lines) return EXIT.fail;
  session.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.pass;
}

/** Undefined when the file of a profile is wrong, which has been said. */
function explain(id: string, session: Session): string[] | undefined {
  const paint = paintFor(showsColour(session.stdout, session.env));
  if (isProfileFile(id)) {
    const profile = profileNamed(id, session.stderr, session);
    return profile && explainProfile(profile, paint);
  }
  const rules = allRules();
  const same = (other: { readonly id: string }): boolean => other.id.toLowerCase() === id.toLowerCase();
  const control = CONTROLS.find(same);
  if (control) return explainControl(control, rules, paint);
  const rule = rules.find(same);
  if (rule) return [...explainRule(rule, paint), ...(rule.control ? explainControl(rule.control, rules, paint) : [])];
  const retired = RETIRED.find(same);
  if (retired) {
    const [successor, ...others] = currentIds(retired.id);
    const isOne = successor !== undefined && others.length === 0;
    return [...explainRetired(retired, paint), ...(isOne ? ['', ...(explain(successor, session) ?? [])] : [])];
  }
  const profile = PROFILE_IDS.find((known) => known === id.toLowerCase());
  if (profile !== undefined) return explainProfile(profileById(profile), paint);
  const known = [...[...CONTROLS, ...rules].map((each) => each.id), ...PROFILE_IDS];
  throw new CannotError(unknownId(id, known));
}

function unknownId(id: string, known: readonly string[]): string {
  if (/^[0-9a-f]{16}(-\d+)?$/.test(id)) {
    return `"${id}" looks like a finding: name the result in which it stands with --result FILE`;
  }
  const near = nearest(id, known);
  const starting = known.filter((other) => other.toLowerCase().includes(id.toLowerCase())).slice(0, 5);
  const suggestions = [...new Set([...(near === undefined ? [] : [near]), ...starting])];
  const hint =
    suggestions.length > 0
      ? `did you mean ${suggestions.join(', ')}?`
      : `expected a control such as NET-02, a rule, or one of the profiles ${PROFILE_IDS.join(', ')}`;
  return `nothing is called "${id}": ${hint}`;
}

function explainFinding(id: string, file: string, session: Session): string[] {
  const finding = readResult(file).findings.find((each) => each.id === id);
  if (!finding) throw new CannotError(`${file} holds no finding "${id}": take the "id" of one of its findings`);
  const lines = findingText(finding, { color: showsColour(session.stdout, session.env) })
    .trimEnd()
    .split('\n');
  return [...lines, '', ...((finding.control === null ? undefined : explain(finding.control, session)) ?? [])];
}
