/**
 * Finds the attachment of a VPN connection or a Direct Connect gateway at a transit gateway, as CloudFormation stores it
 * in the template: none of their types tells it. It waits until the attachment is available, since routing needs it to be.
 */
export const FIND_HUB_ATTACHMENT = `
const { EC2Client, DescribeTransitGatewayAttachmentsCommand } = require('@aws-sdk/client-ec2');
const client = new EC2Client({});

async function find({ TransitGatewayId, ResourceId }, context) {
  const Filters = [
    { Name: 'transit-gateway-id', Values: [TransitGatewayId] },
    { Name: 'resource-id', Values: [ResourceId] },
  ];
  for (;;) {
    const page = await client.send(new DescribeTransitGatewayAttachmentsCommand({ Filters }));
    const found = page.TransitGatewayAttachments?.find((attachment) => attachment.State === 'available');
    if (found) return { AttachmentId: found.TransitGatewayAttachmentId };
    if (context.getRemainingTimeInMillis() < 20000) {
      const states = page.TransitGatewayAttachments?.map((attachment) => attachment.State).join(', ') || 'none';
      throw new Error('no available attachment of ' + ResourceId + ' to ' + TransitGatewayId + ': ' + states);
    }
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
}
`;
