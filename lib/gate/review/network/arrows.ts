import type { ArrowKind, NetworkArrow, NetworkFlow, ReachabilityCell } from '../../../model';
import type { FlowGap, Reachability } from '../../../proofs/reachability';
import type { Book } from './book';
import type { Flows } from './flows';
import { Inspection } from './inspection';

/** What passes, may pass, or should and cannot, pair by pair. */
export class Arrows {
  readonly all: readonly NetworkArrow[];
  private readonly undeclared: ReadonlyMap<string, FlowGap>;
  private readonly impossible: ReadonlyMap<string, FlowGap>;
  private readonly inspection: Inspection;

  constructor(
    reachability: Reachability,
    private readonly flows: Flows,
    private readonly book: Book,
    position: (place: string) => number | undefined,
  ) {
    const gaps = reachability.gaps();
    this.undeclared = byPair(gaps.undeclared);
    this.impossible = byPair(gaps.impossible);
    this.inspection = new Inspection(reachability);
    this.all = reachability.cells().flatMap((cell): readonly NetworkArrow[] => {
      const [from, to] = [position(cell.from), position(cell.to)];
      if (from === undefined || to === undefined || from === to) return [];
      const kind = this.kindOf(cell);
      return kind ? [{ from, to, kind, ...this.shown(cell, kind) }] : [];
    });
  }

  /** Undefined where nothing passes and nothing is declared. */
  private kindOf(cell: ReachabilityCell): ArrowKind | undefined {
    const { answer } = cell;
    const gap = this.undeclared.get(pairOf(cell));
    const isSure = this.flows.areDeclared && gap?.sure === true && gap.canBeDeclared;
    if (isSure) return 'undeclared';
    if (answer === 'no') return this.blockedKind(cell);
    if (answer === 'unknown') return 'unknown';
    if (!this.flows.areDeclared || gap?.canBeDeclared === false) return 'possible';
    if (gap) return 'unknown';
    // What no gap speaks of leaves to the internet and comes in again: its two halves are judged by themselves.
    return this.isDeclared(cell) ? 'declared' : 'possible';
  }

  /** Of a pair between which no packets pass by themselves: something may lead on what it takes. */
  private blockedKind(cell: ReachabilityCell): ArrowKind | undefined {
    if (this.relayed(cell)) return 'unknown';
    if (this.impossible.has(pairOf(cell))) return 'impossible';
    return this.isDeclared(cell) ? 'declared' : undefined;
  }

  private isDeclared({ from, to }: ReachabilityCell): boolean {
    return this.flows.between(from, to).some(({ counts }) => counts);
  }

  /** What enters by something that stands in no zone, where no packets pass by themselves. */
  private relayed(cell: ReachabilityCell): FlowGap | undefined {
    return cell.answer === 'no' && this.flows.areDeclared ? this.undeclared.get(pairOf(cell)) : undefined;
  }

  private shown(cell: ReachabilityCell, kind: ArrowKind): Omit<NetworkArrow, 'from' | 'to' | 'kind'> {
    const gap = this.undeclared.get(pairOf(cell));
    const relayed = this.relayed(cell);
    const shownWay = (kind === 'undeclared' ? gap : relayed) ?? cell;
    const flows: readonly NetworkFlow[] = this.flows.between(cell.from, cell.to).map(({ flow }) => flow);
    return {
      traffic: relayed?.traffic ?? cell.traffic,
      undeclared: this.flows.areDeclared ? (gap?.traffic ?? []) : [],
      flows,
      ...(kind === 'impossible' || relayed ? {} : this.passing(cell)),
      way: this.book.way(shownWay.witness),
      blockedBy: this.stopped(cell),
      unresolved: [...new Set([cell, gap].flatMap((own) => own?.unresolved ?? []))],
    };
  }

  private passing(cell: ReachabilityCell): Pick<NetworkArrow, 'inspected' | 'overInternet'> {
    const inspected = this.inspection.of(cell);
    return { ...(inspected ? { inspected } : {}), ...(cell.inside.length === 0 ? { overInternet: true } : {}) };
  }

  /** What surely stops something that is declared. */
  private stopped(cell: ReachabilityCell): readonly number[] {
    const blocked = this.impossible.get(pairOf(cell));
    return blocked?.sure === true ? this.book.way(blocked.blockedBy) : [];
  }
}

function byPair(gaps: readonly FlowGap[]): ReadonlyMap<string, FlowGap> {
  return new Map(gaps.map((gap) => [pairOf(gap), gap]));
}

function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}
