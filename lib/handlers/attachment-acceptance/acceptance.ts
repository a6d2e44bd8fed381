import type { ResourceWork, WorkTime } from '../custom-resource';
import { textOf } from '../property-text';

/** The calls of EC2 that are needed. */
export interface Attachments {
  /** Undefined when there is none of this id. */
  stateOf(id: string): Promise<string | undefined>;
  accept(id: string): Promise<unknown>;
}

const INTERVAL_MS = 5000;
/** States on the way to being available. */
const UNDERWAY = ['initiating', 'initiatingRequest', 'pending', 'pendingAcceptance', 'modifying'];

/**
 * Accepts an attachment that another account asked for, and answers when it is available, since routing needs it to be. It
 * stays when the stack goes: whoever asked for it takes it away.
 */
export function acceptance(attachments: Attachments): ResourceWork {
  return {
    id: (properties) => textOf(properties, 'AttachmentId'),
    set: (properties, time) => accept(textOf(properties, 'AttachmentId'), attachments, time),
    remove: async () => {},
  };
}

async function accept(id: string, attachments: Attachments, { left, pause }: WorkTime): Promise<void> {
  for (let accepted = false; ;) {
    const state = await attachments.stateOf(id);
    if (state === 'available') return;
    if (state === undefined) throw new Error(`the attachment ${id} does not exist`);
    if (!UNDERWAY.includes(state)) {
      throw new Error(`the attachment ${id} is ${state}, expected pendingAcceptance or available`);
    }
    if (state === 'pendingAcceptance' && !accepted) {
      await attachments.accept(id);
      accepted = true;
      continue;
    }
    if (left() < INTERVAL_MS) throw new Error(`the attachment ${id} is still ${state}`);
    await pause(INTERVAL_MS);
  }
}
