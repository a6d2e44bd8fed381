// Answers the public question "is this licence valid?". Invoked with { licenceNumber }; answers
// { licenceNumber, found, status, category, validUntil }. Nothing about the holder is read or returned.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { normalise, publicStatus } from './licence.mjs';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler(event) {
  const licenceNumber = normalise(event?.licenceNumber);
  if (licenceNumber === undefined) return { error: 'expected a licence number such as FD-123456' };
  const { Item: record } = await table.send(
    new GetCommand({
      TableName: process.env.TABLE_LICENCE_STATUS,
      Key: { licenceNumber },
      // Only what may be shown leaves the table.
      ProjectionExpression: '#status, category, validUntil',
      ExpressionAttributeNames: { '#status': 'status' },
    }),
  );
  return publicStatus(licenceNumber, record, new Date());
}
