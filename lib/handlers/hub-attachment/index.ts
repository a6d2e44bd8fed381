import { EC2 } from '@aws-sdk/client-ec2';
import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { hubAttachment } from './hub-attachment';

const ec2 = new EC2();

/** Looks up attachments of lines to a transit gateway as a custom resource: what Lambda calls. */
export const handler = customResource(
  hubAttachment(async (gatewayId, resourceId) => {
    const Filters = [
      { Name: 'transit-gateway-id', Values: [gatewayId] },
      { Name: 'resource-id', Values: [resourceId] },
    ];
    return (await ec2.describeTransitGatewayAttachments({ Filters })).TransitGatewayAttachments ?? [];
  }),
  responseWays,
);
