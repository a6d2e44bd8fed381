import type { ResidencyTransfer, Transfer } from '../../../model';
import { markedAccounts, type Graph } from '../../../template';
import { lifeOf } from '../transfers';

/**
 * What became of each transfer of a register.
 * @param uses How many ways out each covers, by id.
 * @param isWhole False where templates of some accounts alone are judged: the others may use what these do not.
 */
export function judgeRegister(
  register: readonly Transfer[],
  uses: ReadonlyMap<string, number>,
  today: string,
  isWhole: boolean,
): readonly ResidencyTransfer[] {
  return register.map((transfer) => {
    const status = lifeOf(transfer, today);
    const paths = uses.get(transfer.id) ?? 0;
    return { id: transfer.id, status, paths, problems: problemsOf(transfer, status, paths, today, isWhole) };
  });
}

function problemsOf(
  { expires, review }: Transfer,
  status: ResidencyTransfer['status'],
  paths: number,
  today: string,
  isWhole: boolean,
): ResidencyTransfer['problems'] {
  if (status === 'expired') {
    return [{ kind: 'expired', message: `it expired on ${expires}: remove it, or have it approved again` }];
  }
  const overdue = review !== undefined && today > review;
  const unused = status === 'live' && paths === 0 && isWhole;
  return [
    ...(overdue
      ? [
          {
            kind: 'review overdue',
            message: `it was to be reviewed by ${review}: have its approver review it`,
          } as const,
        ]
      : []),
    ...(unused
      ? [
          {
            kind: 'unused',
            message: 'nothing leaves by it: remove it, or correct where it leads and by which mechanism',
          } as const,
        ]
      : []),
  ];
}

/**
 * Whether templates can use every transfer of a landing zone: those of all its accounts are there, or they are of no
 * landing zone at all.
 */
export function isWholeOf(graphs: readonly Graph[], accounts: readonly string[]): boolean {
  const marked = markedAccounts(graphs.flatMap((graph) => graph.templates));
  return marked.size === 0 || accounts.every((name) => marked.has(name));
}
