/**
 * Source of the function behind `AttachmentAcceptance`, as CloudFormation stores it in the template (at most 4,096
 * characters). It accepts the attachment and answers when it is available, since routing needs it to be.
 */
export const ACCEPTANCE_CODE = `
const ec2 = require('@aws-sdk/client-ec2');
const client = new ec2.EC2Client({});

async function stateOf(id) {
  const command = new ec2.DescribeTransitGatewayVpcAttachmentsCommand({ TransitGatewayAttachmentIds: [id] });
  const found = (await client.send(command)).TransitGatewayVpcAttachments?.[0];
  if (!found) throw new Error('the attachment ' + id + ' does not exist');
  return found.State;
}

async function accept(id, context) {
  let accepted = false;
  for (;;) {
    const state = await stateOf(id);
    if (state === 'available') return;
    if (state === 'pendingAcceptance' && !accepted) {
      await client.send(new ec2.AcceptTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: id }));
      accepted = true;
    } else if (!['initiating', 'initiatingRequest', 'pending', 'pendingAcceptance', 'modifying'].includes(state)) {
      throw new Error('the attachment ' + id + ' is ' + state + ', expected pendingAcceptance or available');
    }
    if (context.getRemainingTimeInMillis() < 20000) throw new Error('the attachment ' + id + ' is still ' + state);
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
}

exports.handler = async (event, context) => {
  const id = event.ResourceProperties.AttachmentId;
  const answer = {
    Status: 'SUCCESS',
    PhysicalResourceId: id,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
  };
  try {
    if (event.RequestType !== 'Delete') await accept(id, context);
  } catch (error) {
    Object.assign(answer, { Status: 'FAILED', Reason: String(error.message) });
  }
  const sent = await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(answer) });
  if (!sent.ok) throw new Error('CloudFormation did not take the answer: ' + sent.status);
};
`;
