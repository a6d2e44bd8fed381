// Files the entries that departments publish, by queue, into the bucket of published feeds: one object for each message,
// under a key that is the same when the message is delivered twice.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { publication } from './feed.mjs';

const s3 = new S3Client({});

export async function handler(event) {
  const failed = await Promise.all((event?.Records ?? []).map(file));
  return { batchItemFailures: failed.filter((id) => id !== undefined).map((itemIdentifier) => ({ itemIdentifier })) };
}

/** Files one message; answers its id when it must be delivered again. */
async function file({ messageId, body }) {
  const { document, problem } = publication(body);
  if (problem) {
    console.error(JSON.stringify({ alarm: 'malformed-feed', messageId, problem }));
    return messageId;
  }
  try {
    await s3.send(
      new PutObjectCommand({
        Bucket: process.env.BUCKET_PUBLISHED_FEEDS,
        Key: `feeds/${document.feed}/${messageId}.json`,
        ContentType: 'application/json',
        Body: JSON.stringify(document),
      }),
    );
    return undefined;
  } catch (error) {
    console.error(JSON.stringify({ alarm: 'not-filed', messageId, error: error?.name }));
    return messageId;
  }
}
