/** What an entry means for whoever has to approve the change. */
export type Weight = 'worse' | 'better' | 'doubt' | 'neutral';

/** One thing that changed, in one sentence. */
export interface Entry {
  /** One word: `opened`, `weaker`, `replaced`. */
  readonly word: string;
  readonly weight: Weight;
  readonly sentence: string;
  /** What shows it: a way, a reason. */
  readonly details: readonly string[];
  /** File and line; empty where nothing stands for it. */
  readonly place: string;
}

/** The answer to one question on a change. */
export interface Section {
  readonly title: string;
  readonly question: string;
  readonly entries: readonly Entry[];
}
