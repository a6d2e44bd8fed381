/** The payload holds two templates of at most 1 MB each as JSON text, and the changes between them. In bytes. */
const MAX_BYTES = 16 * 1024 * 1024;

/** CloudFormation waits 30 seconds for the answer: this leaves time to judge. In milliseconds. */
const PATIENCE = 10_000;

export type Fetch = (url: URL, options: RequestInit) => Promise<Response>;

/**
 * Fetches the template that CloudFormation hands over by a presigned URL of S3. No
 * message names the URL, which is a credential.
 * @throws Error when it is not a URL of AWS, or what is there cannot be fetched in time, is too large or not the payload.
 */
export async function fetchTemplate(payload: string | undefined, fetch: Fetch): Promise<string> {
  const url = addressOf(payload);
  // A redirect could lead anywhere.
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`the payload could not be fetched: ${url.hostname} answered ${response.status}`);
  const content = await textOf(response);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new Error('the payload is not JSON');
  }
  if (typeof value !== 'object' || value === null) throw new Error('the payload is not an object with a template');
  const template: unknown = Reflect.get(value, 'template');
  if (typeof template !== 'string' || template === '') throw new Error('the payload holds no template');
  return template;
}

function addressOf(payload: string | undefined): URL {
  if (payload === undefined || !URL.canParse(payload)) {
    throw new Error('the event holds no URL from which to fetch the template');
  }
  const url = new URL(payload);
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  if (!isPlain || !/\.amazonaws\.com(\.cn)?$/.test(url.hostname)) {
    throw new Error('the URL of the payload is not an https address of amazonaws.com: it is not fetched');
  }
  return url;
}

async function textOf({ body }: Response): Promise<string> {
  if (!body) throw new Error('the payload is empty');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`the payload has more than ${MAX_BYTES} bytes: it is not read`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
