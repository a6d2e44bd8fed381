import { EC2 } from '@aws-sdk/client-ec2';
import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { acceptance } from './acceptance';

const ec2 = new EC2();

/** Accepts attachments to a transit gateway as a custom resource: what Lambda calls. */
export const handler = customResource(
  acceptance({
    stateOf: async (id) => {
      const page = await ec2.describeTransitGatewayVpcAttachments({ TransitGatewayAttachmentIds: [id] });
      return page.TransitGatewayVpcAttachments?.[0]?.State;
    },
    accept: (TransitGatewayAttachmentId) => ec2.acceptTransitGatewayVpcAttachment({ TransitGatewayAttachmentId }),
  }),
  responseWays,
);
