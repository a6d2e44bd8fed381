// Writes the catalogue of published data sets, on a schedule: how many files each has, how large they are, and when the
// last one changed.
import { paginateListObjectsV2, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { catalogue } from './catalogue.mjs';

const client = new S3Client({});

export async function handler() {
  const objects = [];
  for await (const page of paginateListObjectsV2({ client }, { Bucket: process.env.BUCKET_PUBLISHED_DATA })) {
    objects.push(...(page.Contents ?? []));
  }
  const datasets = catalogue(objects);
  await client.send(
    new PutObjectCommand({
      Bucket: process.env.BUCKET_ANALYTICS_RESULTS,
      Key: 'catalogue/latest.json',
      ContentType: 'application/json',
      Body: JSON.stringify({ generatedAt: new Date().toISOString(), datasets }),
    }),
  );
  return { datasets: datasets.length, objects: objects.length };
}
