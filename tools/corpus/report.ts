import type { Answer } from './answer';
import { DISPUTED } from './disputed';
import type { Part, Score } from './score';

/** The table of figures, a line each topic. */
export function table(scores: readonly Score[], total: Score): string {
  const lines = [...scores, total].map((score) => [
    score.topic.padEnd(22),
    ...[score.fail, score.pass, score.suppressed].map(cell),
    `${score.unknown} (${percent(score.unknown, score.fail.labels + score.pass.labels)})`.padStart(10),
  ]);
  const head = [
    'topic'.padEnd(22),
    'found'.padStart(18),
    'not contradicted'.padStart(18),
    'waived'.padStart(18),
    'unknown'.padStart(10),
  ];
  return [head, ...lines].map((line) => line.join(' ')).join('\n');
}

function cell({ labels, met }: Part): string {
  return `${met}/${labels} ${percent(met, labels).padStart(6)}`.padStart(18);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)}%`;
}

/** The share of a part, with disputed labels corrected or left out. */
export function fairShare({ fairLabels, fairMet }: Part): number {
  return fairLabels === 0 ? 1 : fairMet / fairLabels;
}

/** One line for each label that is not met: what it asks, and what our rules said instead. */
export function missLine({ label, said, disputed }: Answer): string {
  const { file, resource, resourceType, topic, ruleId, expect } = label;
  const what = said.map(
    ({ rule, status, category }) => `${rule} ${status}${category === topic ? '' : ` (${category})`}`,
  );
  const place = `${file}${resource === null ? '' : `#${resource}`}`;
  const note = disputed === undefined ? '' : ` [disputed: ${disputed}]`;
  return `  ${expect} ${topic} ${ruleId} ${resourceType ?? '-'} ${place}${note}\n      ${what.length > 0 ? what.join(', ') : 'nothing'}`;
}

/** Rules of ours that fail where an upstream rule of the same topic passes: a different question, or a false alarm. */
export function stricterLines(answers: readonly Answer[]): readonly string[] {
  const counts = new Map<string, Set<string>>();
  for (const { label, stricter } of answers) {
    for (const rule of stricter) counts.set(rule, (counts.get(rule) ?? new Set()).add(label.ruleId));
  }
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, upstream]) => `  ${rule}: beside ${[...upstream].toSorted().join(', ')}`);
}

export function disputeLines(): readonly string[] {
  return DISPUTED.map(({ source, rule, instead, reason }) => {
    const right = instead === undefined ? 'left out' : `is about ${instead}`;
    return `  ${source} ${rule.source} ${right}: ${reason}`;
  });
}
