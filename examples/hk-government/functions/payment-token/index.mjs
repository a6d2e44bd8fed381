// Takes over payments from the hosted payment page, by queue: keeps the provider's token reference and nothing else.
// Card data must never arrive; when it does, the message is dropped at once, so that no queue or table keeps it.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { holdsCardNumber, tokenRecord } from './hand-off.mjs';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler(event) {
  const failed = await Promise.all((event?.Records ?? []).map(accept));
  return { batchItemFailures: failed.filter((id) => id !== undefined).map((itemIdentifier) => ({ itemIdentifier })) };
}

/** Stores one hand-off; answers its id when it must be delivered again. */
async function accept({ messageId, body }) {
  if (holdsCardNumber(body)) {
    console.error(JSON.stringify({ alarm: 'card-number-received', messageId }));
    return undefined;
  }
  const record = tokenRecord(body, new Date());
  if (!record) {
    console.error(JSON.stringify({ alarm: 'malformed-hand-off', messageId }));
    return messageId;
  }
  return store(record, messageId);
}

async function store(record, messageId) {
  try {
    await table.send(
      new PutCommand({
        TableName: process.env.TABLE_PAYMENT_TOKENS,
        Item: record,
        // A queue may deliver twice: the first hand-off of a token stands.
        ConditionExpression: 'attribute_not_exists(tokenReference)',
      }),
    );
    return undefined;
  } catch (error) {
    if (error?.name === 'ConditionalCheckFailedException') return undefined;
    console.error(JSON.stringify({ alarm: 'not-stored', messageId, error: error?.name }));
    return messageId;
  }
}
