import type { Answer } from './answer';

/** Sums over the labels of one topic, or of all. */
export interface Score {
  readonly topic: string;
  readonly fail: Part;
  readonly pass: Part;
  readonly suppressed: Part;
  /** Labels on which the rules of the topic could not decide. */
  readonly unknown: number;
}

/** Labels of one kind. */
export interface Part {
  readonly labels: number;
  readonly met: number;
  /** Labels that count when disputed ones are corrected or left out. */
  readonly fairLabels: number;
  readonly fairMet: number;
}

export function scoreOf(topic: string, answers: readonly Answer[]): Score {
  const part = (kind: Answer['label']['expect']) => partOf(answers.filter(({ label }) => label.expect === kind));
  return {
    topic,
    fail: part('fail'),
    pass: part('pass'),
    suppressed: part('suppressed'),
    unknown: answers.filter(({ unknown }) => unknown).length,
  };
}

function partOf(answers: readonly Answer[]): Part {
  const met = answers.filter((answer) => answer.met).length;
  const leftOut = answers.filter(({ disputed }) => disputed === 'left out').length;
  const corrected = answers.filter(({ disputed }) => disputed === 'met').length;
  return { labels: answers.length, met, fairLabels: answers.length - leftOut, fairMet: met + corrected };
}
