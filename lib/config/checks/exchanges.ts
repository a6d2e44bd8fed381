import type { ProblemDraft } from '../problem';
import type { Workload } from '../schema/workload';
import type { Path } from '../source';
import type { Check } from './check';
import { reference } from './reference';

type Exchange = Extract<Workload, { type: 'exchange' }>;

const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Exchanges carry out transfers of the register that lead to hosts; whoever hands in does not approve. */
export const checkExchanges: Check = ({ accounts, transfers }) => {
  const known = transfers.map(({ id }, index) => ({ name: id, path: ['transfers', index, 'id'] }));
  return accounts.flatMap((account, index) =>
    account.workloads.flatMap((workload, at): readonly ProblemDraft[] => {
      if (workload.type !== 'exchange') return [];
      const path = ['accounts', index, 'workloads', at];
      const leadsTo = transfers.findIndex(({ id }) => id === workload.transfer);
      return [
        ...reference([...path, 'transfer'], workload.transfer, 'a transfer', known),
        ...hostProblems(workload, transfers[leadsTo]?.to, ['transfers', leadsTo, 'to'], path),
        ...peopleProblems(workload, path),
        ...deliveryProblems(workload, [...path, 'delivery']),
      ];
    }),
  );
};

function hostProblems(
  { name, transfer }: Exchange,
  to: string | undefined,
  place: Path,
  path: Path,
): readonly ProblemDraft[] {
  if (to === undefined || HOST.test(to)) return [];
  return [
    {
      path: place,
      message: `transfer "${transfer}", which exchange "${name}" carries out, leads to "${to}"`,
      expected: 'the name of a host such as sftp.example.com',
      remedy: 'name the host of the recipient, or let another transfer be carried out',
      related: [[...path, 'transfer']],
    },
  ];
}

function peopleProblems({ name, senders, approvers }: Exchange, path: Path): readonly ProblemDraft[] {
  return approvers.flatMap((role, index): readonly ProblemDraft[] => {
    const at = senders.indexOf(role);
    if (at < 0) return [];
    return [
      {
        path: [...path, 'approvers', index],
        message: `"${role}" hands in to exchange "${name}" and approves it`,
        expected: 'roles of others, so that nobody approves their own',
        remedy: 'name another role',
        related: [[...path, 'senders', at]],
        dependsOn: [[...path, 'senders']],
      },
    ];
  });
}

/** What each way needs. */
function deliveryProblems({ name, delivery }: Exchange, path: Path): readonly ProblemDraft[] {
  const { by, trustedHostKeys, serviceName } = delivery;
  const lacks = (key: string, what: string): ProblemDraft => ({
    path: [...path, 'by'],
    message: `exchange "${name}" goes by ${by}, and its delivery has no ${key}`,
    expected: what,
    remedy: `add ${key}`,
  });
  if (by === 'sftp' && trustedHostKeys.length === 0) {
    return [lacks('trustedHostKeys', 'the public keys by which the server is known')];
  }
  if (by === 'private-link' && serviceName === undefined) {
    return [lacks('serviceName', 'the name of the recipient’s endpoint service')];
  }
  return [];
}
