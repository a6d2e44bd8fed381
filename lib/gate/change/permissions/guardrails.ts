import type { GuardrailChange, PermissionChange, PermissionsChange } from '../../../model';
import type { Profile } from '../../../profiles';
import { actionNamed, guardrailChange, guardrailsOf } from '../../../proofs/guardrails';
import { asText, describe, type Resource, type Unit } from '../../../template';
import { canonical } from '../../baseline/places';
import type { Pairs } from '../pairs';
import { calledOf, placeOf } from '../place-of';

const POLICY = 'AWS::Organizations::Policy';

/** What guardrails newly leave possible, or no more; other policies of the organisation that say something else. */
export function guardrailPermissions(before: Unit, after: Unit, profile: Profile, pairs: Pairs): PermissionsChange {
  const changed = changedPolicies(pairs);
  const [first] = changed;
  if (!first) return { gained: [], lost: [] };
  const proved = guardrailChange(before.graph, after.graph, profile);
  const rank = { no: 0, unknown: 1, yes: 2 } as const;
  const told = (isGain: boolean) =>
    proved
      .filter((change) => rank[change.after] > rank[change.before] === isGain)
      .map((change) => ofProof(change, first));
  return { gained: [...told(true), ...changed.filter(isOther).map(ofContent)], lost: told(false) };
}

function changedPolicies({ both, added, removed }: Pairs): readonly Resource[] {
  const edited = both.filter((pair) => canonical(pair.before.properties) !== canonical(pair.after.properties));
  return [...edited.map((pair) => pair.after), ...added, ...removed].filter(({ type }) => type === POLICY);
}

/** Policies of which no proof tells what they do. */
function isOther({ properties }: Resource): boolean {
  return !['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].includes(asText(properties['Type']) ?? '');
}

function ofContent(resource: Resource): PermissionChange {
  return {
    ...placeOf(resource, 'Properties.Content'),
    kind: 'guardrail',
    who: 'members of the organisation',
    actions: [`what ${calledOf(resource)} (${describe(resource.properties['Type'])}) leaves to them`],
    on: [],
    when: [],
    before: 'unknown',
    after: 'unknown',
    why: 'the content of the policy, or what it is attached to, is another',
  };
}

function ofProof(
  { places, who, actions, regions, before, after, why }: GuardrailChange,
  at: Resource,
): PermissionChange {
  return {
    ...placeOf(at, 'Properties.Content'),
    kind: 'guardrail',
    who: `${who} in ${places.map((place) => (place === 'the root' ? 'the organisation’s root' : place)).join(', ')}`,
    actions,
    on: regions,
    when: [],
    before,
    after,
    why,
  };
}

/** Whether a permission names actions alone that guardrails leave to nobody but roles that they name. */
export function deniedToAll({ graph }: Unit, profile: Profile): (change: PermissionChange) => boolean {
  if (graph.ofType(POLICY).length === 0) return () => false;
  const known = new Map<string, boolean>();
  const isDenied = (action: string): boolean => {
    const answer = known.get(action) ?? guardrailsOf(graph, profile).nobodyCan([action]).answer === 'yes';
    known.set(action, answer);
    return answer;
  };
  return ({ kind, actions, after }) =>
    kind === 'identity' &&
    after === 'yes' &&
    actions.every((action) => actionNamed(action) !== undefined && isDenied(action));
}
