import type { Registers } from '../../config';
import type { ResidencyTransfer, TransferProblem } from '../../model';
import type { Profile } from '../../profiles';
import { residencyOf } from '../../proofs/residency';
import type { RuleResult } from '../../rules';
import type { Graph } from '../../template';
import { REGISTERED_TRANSFER_CURRENT, REGISTERED_TRANSFER_USED, type ClaimRule } from './claim-rules';
import type { ClaimOutcome } from './outcome';

/**
 * Holds the register of transfers against what leaves: one that has expired, was not reviewed in time, or lets nothing out
 * that these templates send. What a template claims of an expired one is said of the claim.
 */
export function judgeTransfers(
  graph: Graph,
  { transfers, accounts }: Registers,
  profile: Profile,
  today: string,
): readonly ClaimOutcome[] {
  const [template] = graph.templates;
  if (!template || transfers.length === 0) return [];
  const claimed = new Set(graph.templates.flatMap(({ claims }) => claims?.transfers?.map(({ id }) => id) ?? []));
  const proof = residencyOf([graph], {
    profile,
    today,
    register: transfers,
    accounts: accounts.map(({ name }) => name),
  });
  return proof.transfers.flatMap((transfer) => {
    const of = (rule: ClaimRule, result: RuleResult): ClaimOutcome => ({
      rule,
      template,
      subject: transfer.id,
      result,
    });
    const used = transfer.problems.find(({ kind }) => kind === 'unused');
    const current = transfer.problems.find((problem) => problem !== used);
    const isSaid = transfer.status === 'expired' && claimed.has(transfer.id);
    return [
      ...(isSaid ? [] : [of(REGISTERED_TRANSFER_CURRENT, resultOf(current, transfer))]),
      ...(transfer.status === 'live' ? [of(REGISTERED_TRANSFER_USED, resultOf(used, transfer))] : []),
    ];
  });
}

function resultOf(problem: TransferProblem | undefined, { id }: ResidencyTransfer): RuleResult {
  if (problem === undefined) return { status: 'pass' };
  return { status: 'fail', observed: id, because: `transfer ${id}: ${problem.message}` };
}
