import type { Finding, PermissionChange, SecurityChange } from '../../model';
import { called, listed, placed, shortly } from './phrases';
import type { Entry, Section } from './section';

/** Who can do what that they could not, and the other way round. */
export function permissionsSection({ permissions, weakened }: SecurityChange): Section {
  const gained = permissions.gained.map((change) => entryOf(change, true));
  const others = weakened.filter((finding) => isOther(finding, permissions.gained)).map(otherEntry);
  return {
    title: 'Permissions',
    question: 'Who can do what',
    entries: [...gained, ...others, ...permissions.lost.map((change) => entryOf(change, false))],
  };
}

const RULES = ['policy-broadened', 'guardrail-loosened'];

/** What a rule says of permissions and no permission tells: a boundary that is gone, a statement of a guardrail. */
function isOther(at: Finding, gained: readonly PermissionChange[]): boolean {
  const { rule, evidence = {}, resourceType } = at;
  if (!RULES.includes(rule)) return false;
  if (resourceType === 'AWS::Organizations::Policy' || evidence.observed === 'removed') return true;
  const isStatement = [evidence.observed, evidence.expected].some(
    (value) => typeof value === 'object' && value !== null && 'Effect' in value,
  );
  // Permissions tell of what is allowed, and of denials where a policy is left.
  return !isStatement || (rule === 'guardrail-loosened' && !gained.some((other) => isAt(other, at)));
}

function isAt(a: PermissionChange, { logicalId }: Finding): boolean {
  return a.logicalId === logicalId;
}

function otherEntry(finding: Finding): Entry {
  const { status, property = '', evidence = {} } = finding;
  const { observed, expected, because } = evidence;
  const name = property.replace(/^Properties\.?/, '');
  const isDenial = typeof observed === 'string' && observed.includes('denial');
  const changed = isDenial
    ? `a statement denies less, or is gone: ${shortly(expected)}`
    : `${name} is ${shortly(observed)}, was ${shortly(expected)}`;
  return {
    word: 'looser',
    weight: status === 'fail' ? 'worse' : 'doubt',
    sentence: observed === 'removed' ? `${called(finding)} is removed` : `${called(finding)}: ${changed}`,
    details: because === undefined ? [] : [because],
    place: placed(finding),
  };
}

function entryOf(change: PermissionChange, isGain: boolean): Entry {
  const { after, when, why, kind } = change;
  const isSure = (isGain ? after : change.before) === 'yes';
  return {
    word: isGain ? 'gained' : 'lost',
    weight: isGain ? (isSure ? 'worse' : 'doubt') : 'better',
    sentence: `${sentenceOf(change, isGain)}${when.length > 0 ? `, when ${when.join(' and ')}` : ''}`,
    details: kind === 'guardrail' || !DEFAULTS.has(why) ? [why] : [],
    place: placed(change),
  };
}

/** What goes without saying. */
const DEFAULTS: ReadonlySet<string> = new Set([
  'a statement allows it',
  'no statement allows it now',
  'a statement denied it, and none does now',
  'a statement denies it now',
]);

function sentenceOf(change: PermissionChange, isGain: boolean): string {
  const { kind, who, actions, on, why } = change;
  const what = actionsText(actions);
  const where = listed(on.map((text) => (text === '*' ? 'everything' : text)));
  if (why.startsWith('a statement denied')) return `a denial is gone, for ${who}: ${what} on ${where}`;
  if (why.startsWith('a statement denies')) return `a denial is new, for ${who}: ${what} on ${where}`;
  const verb = verbOf(change, isGain);
  if (kind === 'trust') return `${who} ${verb} assume ${where}${isPlainAssume(actions) ? '' : ` (${what})`}`;
  if (kind === 'guardrail') return `${who} ${verb} call ${what}${on.length > 0 ? ` in ${listed(on, 3)}` : ''}`;
  const does = /^(?:all that|what|use of) /.test(what) ? 'have' : 'call';
  return `${who} ${verb} ${does} ${what} ${kind === 'key' ? 'with the key' : 'on'} ${where}`;
}

/** Actions by name, or of many how many there are of each service. */
function actionsText(actions: readonly string[]): string {
  if (actions.length <= MOST) return actions.map((action) => (action === '*' ? 'every action' : action)).join(', ');
  const services = new Map<string, number>();
  for (const action of actions) {
    const service = /^[\w-]+(?=:)/.exec(action)?.[0] ?? action;
    services.set(service, (services.get(service) ?? 0) + 1);
  }
  const [only] = services.size === 1 ? services.keys() : [];
  const sums = [...services].toSorted((a, b) => b[1] - a[1]).map(([service, number]) => `${number} of ${service}`);
  const of = only === undefined ? ` (${listed(sums, 4)})` : ` of ${only}`;
  return `${actions.length.toLocaleString('en')} actions${of}, such as ${listed(actions.slice(0, 3))}`;
}

/** Actions that are told by name. */
const MOST = 8;

function isPlainAssume(actions: readonly string[]): boolean {
  return actions.length === 1 && actions[0]?.toLowerCase() === 'sts:assumerole';
}

function verbOf({ before, after }: PermissionChange, isGain: boolean): string {
  if (!isGain) return before === 'yes' ? 'can no longer' : 'surely cannot any more';
  if (after === 'unknown') return 'may now';
  return before === 'unknown' ? 'now surely can' : 'can now';
}
