import { setTimeout } from 'node:timers/promises';
import type { ResponseWays } from './custom-resource';

/** How long one answer may take. */
const PATIENCE_MS = 10_000;

/** Answers go to the address that CloudFormation signed, which refuses a content type that it did not sign. */
export const responseWays: ResponseWays = {
  put: async (url, body) => {
    const response = await fetch(url, {
      method: 'PUT',
      body,
      headers: { 'content-type': '' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`CloudFormation did not take the answer: status ${response.status}`);
  },
  pause: (milliseconds) => setTimeout(milliseconds),
};
