import type { StackInstanceSummary } from '@aws-sdk/client-cloudformation';
import { asText, at, stackSetReaches, type AccountPlace } from '../../template';
import { madeUpId } from '../compare/compare-collection';
import { placeOf } from '../compare/compare-thing';
import type { Difference } from '../difference';
import { concrete, Open } from '../names/concrete';
import { leftOut } from './left-out';
import { GROUPS, type StackSet } from './stack-set';

/** What AWS says of the reach of a stack set, beside its template. */
export interface Reach {
  readonly set: StackSet;
  /** What every difference of it says. */
  readonly place: Place;
  readonly differences: readonly Difference[];
  /** Accounts in which its stack is none of those that the template speaks of. */
  readonly strayed: ReadonlySet<string>;
}

type Place = Pick<Difference, 'template' | 'logicalId' | 'type' | 'constructPath'>;

/**
 * Tells which accounts a stack set does not serve as its template says, and which it serves beyond.
 * @param accounts Accounts of the landing zone. @param template Path of the template from the folder of the assembly.
 */
export function compareReach(set: StackSet, accounts: readonly AccountPlace[], template: string): Reach {
  const place = placeOf({ resource: set.resource, template });
  const reach = (differences: readonly Difference[], strayed: ReadonlySet<string> = new Set()): Reach => {
    return { set, place, differences, strayed };
  };
  const unread = (because: string): Reach => reach([{ ...place, kind: 'unread', properties: [GROUPS], because }]);
  const { instances } = set;
  if (typeof instances === 'string') return unread(`where its stacks stand cannot be listed: ${instances}`);
  if (!set.template) return unread('the assembly does not hold the template that it brings');
  const faults = faultsOf(set, instances, accounts);
  const undecided = faults.find(({ kind }) => kind === 'unknown');
  if (undecided) return unread(undecided.because);
  const strayed = new Set(faults.map(({ account }) => account));
  const beyond = faults.filter(({ kind }) => kind === 'beyond').map((fault) => unmanaged(fault, place));
  const short = faults.filter(({ kind }) => kind === 'short');
  if (short.length === 0) return reach(beyond, strayed);
  const because = short.map((fault) => fault.because).join('; ');
  const designed = concrete(set.resource.properties[GROUPS], set.home.parameters);
  if (designed instanceof Open) return unread(because);
  const found = leftOut(designed, [...new Set(short.map(({ account }) => account))]);
  if (found === undefined) return unread(because);
  return reach([...beyond, { ...place, kind: 'differs', property: GROUPS, designed, found, because }], strayed);
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
