import type { ResourceWork, WorkTime } from '../custom-resource';
import { textOf } from '../property-text';

/** An attachment, as EC2 lists it. */
export interface HubAttachment {
  readonly TransitGatewayAttachmentId?: string | undefined;
  readonly State?: string | undefined;
}

/** Attachments of a resource to a transit gateway. */
export type ListAttachments = (gatewayId: string, resourceId: string) => Promise<readonly HubAttachment[]>;

const INTERVAL_MS = 5000;

/**
 * Finds the attachment of a VPN connection or a Direct Connect gateway at a transit gateway: none of their types tells it.
 * It waits until the attachment is available, since routing needs it to be. Nothing is made, so nothing goes.
 */
export function hubAttachment(list: ListAttachments): ResourceWork {
  return {
    id: (properties) => `${textOf(properties, 'TransitGatewayId')}/${textOf(properties, 'ResourceId')}`,
    set: async (properties, time) => ({
      AttachmentId: await find(textOf(properties, 'TransitGatewayId'), textOf(properties, 'ResourceId'), list, time),
    }),
    remove: async () => {},
  };
}

async function find(gateway: string, resource: string, list: ListAttachments, time: WorkTime): Promise<string> {
  for (;;) {
    const all = await list(gateway, resource);
    const found = all.find((attachment) => attachment.State === 'available')?.TransitGatewayAttachmentId;
    if (found !== undefined) return found;
    if (time.left() < INTERVAL_MS) {
      const states = all.map((attachment) => attachment.State).join(', ') || 'none';
      throw new Error(`no available attachment of ${resource} to ${gateway}: ${states}`);
    }
    await time.pause(INTERVAL_MS);
  }
}
