const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');

const table = new DynamoDBClient();
const queue = new SQSClient();

/** Takes an application for a permit, keeps it, and lets it be assessed. */
exports.handler = async ({ applicationId, kind }) => {
  await table.send(
    new PutItemCommand({
      TableName: process.env.TABLE,
      Item: { applicationId: { S: applicationId }, kind: { S: kind }, status: { S: 'received' } },
    }),
  );
  await queue.send(
    new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: JSON.stringify({ applicationId }) }),
  );
  return { applicationId };
};
