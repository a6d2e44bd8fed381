import type { Partition } from '../../../model';
import type { Action, ResourceType } from '../actions';
import type { KeyValues } from '../evaluate';
import type { Deny, Settled } from './escape';
import { arnOf, FRESH, FRESH_ACCOUNT, instanceOf, isPlain } from './fresh';

/** Who tries: by ARN, for people. */
export interface Actor {
  readonly arn: string;
  readonly words: string;
  /** Whether a policy names it: a role that is exempt. Otherwise it stands for everybody of its kind. */
  readonly isNamed: boolean;
}

/** Where and by whom an action is tried. */
export interface Circumstances {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string | undefined;
  readonly actor: Actor;
}

/** What of a request is given, beside where it is called and by whom. */
export interface Given {
  /** ARN. Default: any that the actions take. */
  readonly resource?: string;
  /** Values of condition keys, by their names in lower case. Default: whatever lets the request through. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** The same, with the values that keys have whatever the action. */
export interface Trial extends Circumstances {
  readonly keys: ReadonlyMap<string, KeyValues>;
}

export function trialOf(circumstances: Circumstances): Trial {
  const { region, actor, account } = circumstances;
  const keys = new Map<string, KeyValues>([
    ['aws:requestedregion', [region]],
    ['aws:principalarn', [actor.arn]],
    ['aws:principalaccount', [account ?? FRESH_ACCOUNT]],
    ['aws:principaltype', [typeOf(actor)]],
    ['aws:principalisawsservice', ['false']],
    ['aws:principalservicename', []],
    ['aws:principalservicenameslist', []],
    ['aws:securetransport', ['true']],
    ['aws:assumedroot', ['false']],
  ]);
  return { ...circumstances, keys };
}

/** As AWS words it (source: IAM user guide, global condition keys, `aws:PrincipalType`). */
function typeOf({ arn }: Actor): string {
  if (arn.endsWith(':root')) return 'Account';
  return arn.includes(':user/') ? 'User' : 'AssumedRole';
}

/** What is settled of every request of a trial. */
export function settledOf(action: Action, denies: readonly Deny[], trial: Trial): Settled {
  let carried: readonly string[] | undefined;
  return {
    resources: resourceSets(action, denies, trial),
    keys: trial.keys,
    carries: (key) => {
      if (isGlobal(key)) return true;
      carried ??= action.keys.map(({ name }) => keyPrefix(name));
      return carried.some((prefix) => key === prefix || (/[/:]$/.test(prefix) && key.startsWith(prefix)));
    },
  };
}

/** The same, with what is given of the request. */
export function settledWith(settled: Settled, { resource, keys }: Given): Settled {
  return {
    ...settled,
    ...(resource === undefined ? {} : { resources: [[resource]] }),
    ...(keys === undefined ? {} : { keys: new Map([...settled.keys, ...Object.entries(keys)]) }),
  };
}

/** Keys that the data set lists with the actions that carry them, although their names begin as global ones. */
const LISTED = /^aws:(requesttag\/|resourcetag\/|tagkeys$)/;

function isGlobal(key: string): boolean {
  return key.startsWith('aws:') && !LISTED.test(key);
}

/** `aws:RequestTag/${TagKey}` as `aws:requesttag/`. */
function keyPrefix(name: string): string {
  return name.toLowerCase().replace(/\$\{.*$/, '');
}

const MOST_SETS = 32;

/** One resource for each type that the action needs, in each of the type's forms; else one of those that it may take. */
function resourceSets(action: Action, denies: readonly Deny[], trial: Trial): readonly (readonly string[])[] {
  const excepted = exceptions(denies);
  const forms = (type: ResourceType) => {
    const arns = type.arns.map((arn) => fill(arn, trial));
    return [...arns, ...excepted.filter((each) => arns.some((arn) => mayBe(each, arn)))];
  };
  if (action.needed.length === 0) {
    const optional = action.optional.flatMap(forms).map((arn) => [arn]);
    return [['*'], ...optional];
  }
  return action.needed
    .map(forms)
    .reduce<readonly (readonly string[])[]>(
      (sets, arns) => sets.flatMap((set) => arns.map((arn) => [...set, arn])).slice(0, MOST_SETS),
      [[]],
    );
}

function fill(arn: string, { partition, region, account }: Trial): string {
  return arnOf(arn, { Partition: partition, Region: region, Account: account ?? FRESH_ACCOUNT });
}

/** Resources that statements leave out by `NotResource`. */
function exceptions(denies: readonly Deny[]): readonly string[] {
  return denies
    .flatMap(({ statement: { resources } }) => (resources?.negated ? resources.texts : []))
    .filter(isPlain)
    .map(instanceOf);
}

/** Whether a resource is of a form: of the same kind, which is a name of the user’s for objects of a bucket. */
function mayBe(resource: string, form: string): boolean {
  const [kind, own] = [kindOf(form), kindOf(resource)];
  if (!kind.endsWith(` ${FRESH}`)) return kind === own;
  return own.split(' ')[0] === kind.split(' ')[0] && /[/]/.test(resource);
}

/** Service and beginning of the resource: `s3`, `ec2 vpc`. */
function kindOf(arn: string): string {
  const [, , service, , , resource = ''] = arn.split(':');
  return `${service} ${/[/]/.test(resource) ? resource.split('/')[0] : ''}`;
}
