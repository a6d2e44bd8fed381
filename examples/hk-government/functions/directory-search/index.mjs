// Searches the public directory of services shared by Hong Kong, Guangdong and Macao. Invoked with
// { text, region?, limit? }; answers { matches: [ { region, serviceId, name, nameChinese, url } ] }, best first.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { search } from './search.mjs';

/** The directory is small and changes daily at most: it is read once in five minutes. */
const FRESH_FOR_MS = 5 * 60 * 1000;
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
let cached = { readAt: -Infinity, services: [] };

export async function handler(event) {
  const text = typeof event?.text === 'string' ? event.text.trim() : '';
  if (text === '') return { error: 'expected a text to search for' };
  return { matches: search(await directory(), { text, region: event.region, limit: event.limit }) };
}

async function directory() {
  if (Date.now() - cached.readAt > FRESH_FOR_MS) cached = { readAt: Date.now(), services: await readAll() };
  return cached.services;
}

async function readAll() {
  const services = [];
  for await (const page of paginateScan({ client }, { TableName: process.env.TABLE_SERVICE_DIRECTORY })) {
    services.push(...(page.Items ?? []));
  }
  return services;
}
