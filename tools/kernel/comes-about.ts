import { family } from './address';
import { conversation, type Way } from './oracle';
import { questionsOf } from './questions';
import type { Topology } from './topology';

/** Whether some conversation of a family comes about that makes use of all of these. */
export function comesAbout(topology: Topology, own: 4 | 6, ways: readonly Way[]): boolean {
  return questionsOf(topology).some((question) => {
    if (family(question.to) !== own) return false;
    const used = conversation(topology, question);
    return used !== undefined && ways.every((way) => used.has(way));
  });
}
