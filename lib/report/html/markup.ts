import { createHash } from 'node:crypto';

/** Text within an element or an attribute of HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What a content security policy names a script or a style by that stands in the file itself. */
export function policySum(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
