import type { ReachabilityVerdict } from '../../../model';
import { covers, mayOverlap, piecesOf } from '../../baseline/covers';
import type { Statement } from '../../baseline/statement';
import type { Holder, PlacedStatement } from './grant';

/** Pieces of a statement that are new, and how sure that is. */
export interface Fresh {
  readonly statement: PlacedStatement;
  readonly pieces: readonly Statement[];
  readonly before: ReachabilityVerdict;
  readonly after: ReachabilityVerdict;
}

/** What statements with this effect say in one state, and no statement does in the other. */
export function freshIn(here: Holder, there: Holder | undefined, effect: Statement['effect']): readonly Fresh[] {
  const others = (there?.statements ?? []).filter((statement) => statement.effect === effect);
  const sure = others.filter(({ isCertain }) => isCertain);
  const isBound = (piece: Statement, holder: Holder | undefined) =>
    effect === 'Deny' || isWithinBoundary(piece, holder);
  const open = others.filter(({ isCertain }) => !isCertain);
  const isUnread = (there?.unread.length ?? 0) > 0;
  return here.statements
    .filter((statement) => statement.effect === effect)
    .flatMap((statement): Fresh[] => {
      const pieces = piecesOf(statement).filter(
        (piece) => !(sure.some((other) => covers(other, piece)) && isBound(piece, there)) && isBound(piece, here),
      );
      const left = effect === 'Allow' ? pieces.filter((piece) => !isDenied(piece, here)) : pieces;
      const perhaps = left.filter((piece) => isUnread || open.some((other) => covers(other, piece)));
      const surely = left.filter((piece) => !perhaps.includes(piece));
      const now = statement.isCertain ? 'yes' : 'unknown';
      return [
        ...(surely.length > 0 ? [{ statement, pieces: surely, before: 'no' as const, after: now } as const] : []),
        // What it was is not known: only what is sure now tells something.
        ...(perhaps.length > 0 && now === 'yes'
          ? [{ statement, pieces: perhaps, before: 'unknown' as const, after: now } as const]
          : []),
      ];
    });
}

/** Whether the permissions boundary leaves something of it. */
function isWithinBoundary(piece: Statement, holder: Holder | undefined): boolean {
  const limits = holder?.boundary;
  if (!limits) return true;
  const isDenied = limits.some(
    (limit) => limit.effect === 'Deny' && limit.conditions.length === 0 && covers(unnamed(limit), unnamed(piece)),
  );
  return !isDenied && limits.some((limit) => limit.effect === 'Allow' && mayOverlap(limit, piece));
}

function unnamed(statement: Statement): Statement {
  return { ...statement, effect: 'Allow', principals: undefined };
}

/** Whether a statement of the same policies denies it in every case. */
function isDenied(piece: Statement, { statements }: Holder): boolean {
  return statements.some(
    (other) =>
      other.effect === 'Deny' &&
      other.isCertain &&
      other.conditions.length === 0 &&
      covers({ ...other, effect: 'Allow' }, piece),
  );
}

/** Actions by who and on what: what has the same actions is told together. */
export interface Told {
  readonly who: string | undefined;
  readonly on: readonly string[];
  readonly actions: readonly string[];
}

/** Pieces put together again. */
export function together(pieces: readonly Statement[], spelling: PlacedStatement['spelling']): readonly Told[] {
  const byTarget = new Map<string, { who: string | undefined; on: string; actions: Set<string> }>();
  for (const { principals, resources, actions } of pieces) {
    const who = principals && membersText(principals, 'everybody but ');
    const on = membersText(resources, 'all but ');
    const key = JSON.stringify([who, on]);
    const known = byTarget.get(key) ?? { who, on, actions: new Set<string>() };
    known.actions.add(
      membersText({ ...actions, texts: actions.texts.map((text) => spelling.get(text) ?? text) }, 'all but '),
    );
    byTarget.set(key, known);
  }
  const byActions = new Map<string, { who: string | undefined; on: string[]; actions: readonly string[] }>();
  for (const { who, on, actions } of byTarget.values()) {
    const sorted = [...actions].toSorted();
    const key = JSON.stringify([who, sorted]);
    const known = byActions.get(key);
    if (known) known.on.push(on);
    else byActions.set(key, { who, on: [on], actions: sorted });
  }
  return [...byActions.values()];
}

function membersText({ not, texts }: Statement['actions'], but: string): string {
  return `${not ? but : ''}${texts.join(', ')}`;
}
