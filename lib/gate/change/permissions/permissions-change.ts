import type { PermissionChange, PermissionsChange } from '../../../model';
import type { Profile } from '../../../profiles';
import type { Unit } from '../../../template';
import type { Pairs } from '../pairs';
import { placeOf } from '../place-of';
import type { Holder } from './grant';
import { guardrailPermissions, deniedToAll } from './guardrails';
import { holdersOf } from './holders';
import { freshIn, together, type Fresh, type Told } from './pieces';

/** Who can do what in one state and not in the other: by statements, and by what the guardrails leave possible. */
export function permissionsChange(before: Unit, after: Unit, profile: Profile, pairs: Pairs): PermissionsChange {
  const [was, is] = [holdersOf(before), holdersOf(after)];
  const guardrails = guardrailPermissions(before, after, profile, pairs);
  const isVoid = deniedToAll(after, profile);
  return {
    gained: [
      ...guardrails.gained,
      ...changesFrom(was, is).map((change) =>
        isVoid(change) ? { ...change, after: 'unknown' as const, why: VOID } : change,
      ),
    ],
    lost: [...guardrails.lost, ...changesFrom(is, was).map(turned)],
  };
}

const VOID = 'guardrails deny it to everybody but roles that they name';

/** What each holder of the one state permits and the same one of the other does not. */
function changesFrom(
  there: ReadonlyMap<string, Holder>,
  here: ReadonlyMap<string, Holder>,
): readonly PermissionChange[] {
  const changes = [...here].flatMap(([key, holder]) => {
    const other = there.get(key);
    if (other && signatureOf(other) === signatureOf(holder)) return [];
    return [
      ...freshIn(holder, other, 'Allow').flatMap((fresh) => told(holder, fresh, 'allowed')),
      ...(other ? lostDenials(holder, other) : []),
      ...unreadIn(holder, other),
    ];
  });
  return [...new Map(changes.map((change) => [saidBy(change), change])).values()];
}

/** Equal where two statements say the same. */
function saidBy({ kind, who, actions, on, when, before, after, why }: PermissionChange): string {
  return JSON.stringify([kind, who, actions, on, when, before, after, why]);
}

/** Denials of the earlier policies that the later ones do not hold. */
function lostDenials(holder: Holder, earlier: Holder): readonly PermissionChange[] {
  return freshIn(earlier, holder, 'Deny').flatMap((fresh) =>
    told(holder, { ...fresh, before: 'no', after: 'unknown' }, 'denied no more'),
  );
}

function unreadIn(holder: Holder, earlier: Holder | undefined): readonly PermissionChange[] {
  return holder.unread
    .filter((reason) => earlier?.unread.includes(reason) !== true)
    .map((why) => ({
      ...placeOf(holder.resource),
      kind: holder.kind,
      who: holder.kind === 'identity' ? holder.name : 'somebody',
      actions: ['what cannot be read'],
      on: [holder.name],
      when: [],
      before: earlier ? 'no' : 'unknown',
      after: 'unknown',
      why,
    }));
}

function told(holder: Holder, { statement, pieces, before, after }: Fresh, how: string): readonly PermissionChange[] {
  const { resource, property, when, spelling } = statement;
  return together(pieces, spelling).map((each) => ({
    ...placeOf(resource, property),
    kind: holder.kind,
    who: whoOf(holder, each),
    actions: each.actions,
    on: onOf(holder, each),
    when,
    before,
    after,
    why: how === 'allowed' ? 'a statement allows it' : 'a statement denied it, and none does now',
  }));
}

function whoOf({ kind, name }: Holder, { who }: Told): string {
  if (kind === 'identity') return name;
  return who === undefined ? 'whoever may use it' : principalText(who);
}

function onOf({ kind, name }: Holder, { on }: Told): readonly string[] {
  return kind === 'identity' ? on : on.map((text) => (text === '*' ? name : text));
}

function principalText(text: string): string {
  if (text === '*' || text === 'AWS:*') return 'everybody';
  const account = /^AWS:(?:arn:[^:]+:iam::)?(\d{12}|\$\{[^}]+\})(?::root)?$/.exec(text)?.[1];
  if (account !== undefined) return `account ${account}`;
  return text.replace(/^(?:AWS|Federated):/, '').replace(/^Service:/, 'service ');
}

/** The other way round: what was possible and is no more. */
function turned(change: PermissionChange): PermissionChange {
  const why = change.why.startsWith('a statement denied') ? 'a statement denies it now' : 'no statement allows it now';
  return { ...change, before: change.after, after: change.before, why };
}

/** Equal for policies that say the same, whatever their order. */
function signatureOf({ statements, unread, boundary = [] }: Holder): string {
  const texts = [...statements, ...boundary].map(({ effect, actions, resources, principals, conditions, isCertain }) =>
    JSON.stringify([effect, actions, resources, principals, conditions, isCertain]),
  );
  return JSON.stringify([texts.toSorted(), unread]);
}
