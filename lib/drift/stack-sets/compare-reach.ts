import type { StackInstanceSummary } from '@aws-sdk/client-cloudformation';
import { asText, at, stackSetReaches, type AccountPlace } from '../../template';
import { madeUpId } from '../compare/compare-collection';
import { placeOf } from '../compare/compare-thing';
import type { Difference, Place } from '../difference';
import { notServed } from './not-served';
import { GROUPS, type StackSet } from './stack-set';

/** What AWS says of the reach of a stack set, beside its template. */
export interface Reach {
  readonly set: StackSet;
  readonly place: Place;
  readonly differences: readonly Difference[];
  /** Whether all of it could be told. */
  readonly isSure: boolean;
  /** Accounts in which its stack is none of those that the template speaks of. */
  readonly strayed: ReadonlySet<string>;
}

/**
 * Tells which accounts a stack set does not serve as its template says, and which it serves beyond.
 * @param accounts Accounts of the landing zone. @param template Path of the template from the folder of the assembly.
 */
export function compareReach(set: StackSet, accounts: readonly AccountPlace[], template: string): Reach {
  const place = placeOf({ resource: set.resource, template });
  const unread = (because: string): Difference => ({ ...place, kind: 'unread', properties: [GROUPS], because });
  const reach = (differences: readonly Difference[], strayed: readonly Fault[] = []): Reach => {
    const isSure = differences.every(({ kind }) => kind !== 'unread');
    return { set, place, differences, isSure, strayed: new Set(strayed.map(({ account }) => account)) };
  };
  const { instances } = set;
  if (typeof instances === 'string') return reach([unread(`where its stacks stand cannot be listed: ${instances}`)]);
  if (!set.template) return reach([unread('the assembly does not hold the template that it brings')]);
  const faults = faultsOf(set, instances, accounts);
  const of = (wanted: Fault['kind']): readonly Fault[] => faults.filter(({ kind }) => kind === wanted);
  const [beyond, short, [undecided]] = [of('beyond'), of('short'), of('unknown')];
  const lack = shortfall(set, place, short);
  // One doubt about the property is enough.
  const doubt = undecided && lack?.kind !== 'unread' ? [unread(undecided.because)] : [];
  const found = [...beyond.map((fault) => unmanaged(fault, place)), ...(lack ? [lack] : []), ...doubt];
  return reach(found, [...beyond, ...short]);
}

/** That it did not reach accounts that it should serve; undefined where it reached all. */
function shortfall(set: StackSet, place: Place, short: readonly Fault[]): Difference | undefined {
  if (short.length === 0) return undefined;
  const accounts = [...new Set(short.map(({ account }) => account))];
  return notServed(set, place, accounts, short.map((fault) => fault.because).join('; '));
}

function unmanaged({ account, because }: Fault, { template, logicalId }: Place): Difference {
  const type = 'AWS::CloudFormation::Stack';
  const id = madeUpId(type, `${template} ${logicalId} ${account}`);
  return { template, logicalId: id, type, kind: 'unmanaged', name: because };
}

interface Fault {
  readonly kind: 'short' | 'beyond' | 'unknown';
  readonly account: string;
  readonly because: string;
}

function faultsOf(
  { resource }: StackSet,
  instances: readonly StackInstanceSummary[],
  accounts: readonly AccountPlace[],
): readonly Fault[] {
  const regions = at(resource.properties, `${GROUPS}[].Regions[]`).map(({ value }) => asText(value));
  const all = new Set([...regions, ...instances.map(({ Region }) => Region)]);
  return accounts.flatMap((place) =>
    [...all].flatMap((region): Fault[] => {
      const { id: account } = place;
      if (region === undefined)
        return [{ kind: 'unknown', account, because: 'nobody can tell in which regions it serves' }];
      const instance = instances.find((one) => one.Account === account && one.Region === region);
      const reaches = stackSetReaches(resource, place, region);
      if (reaches === 'unknown')
        return [{ kind: 'unknown', account, because: `nobody can tell whether it serves ${account}` }];
      if (!reaches) {
        const because = `${instance?.StackId ?? ''}, which its stack set was not to make`;
        return instance ? [{ kind: 'beyond', account, because }] : [];
      }
      const state = stateOf(instance);
      return state === undefined ? [] : [{ kind: 'short', account, because: `${state} in ${account}, ${region}` }];
    }),
  );
}

/** Why an instance is not what its stack set says; undefined where it is. */
function stateOf(instance: StackInstanceSummary | undefined): string | undefined {
  if (instance?.StackId === undefined) return `no stack of it stands${reasonOf(instance)}`;
  return instance.Status === 'CURRENT' ? undefined : `its stack is ${instance.Status}${reasonOf(instance)}`;
}

function reasonOf(instance: StackInstanceSummary | undefined): string {
  const { StatusReason: reason = '' } = instance ?? {};
  return reason === '' ? '' : ` (${reason})`;
}
