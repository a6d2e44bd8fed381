/** What an approver signed: that this content, and no other, may go there under this transfer. */
export interface Approval {
  readonly transfer: string;
  readonly destination: string;
  readonly key: string;
  readonly versionId: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Of {@link approvalStatement}, in base64. */
  readonly signature: string;
}

const MEMBERS = ['transfer', 'destination', 'key', 'versionId', 'sha256', 'signature'] as const;

/** The words that are signed, a line each. */
export function approvalStatement({
  transfer,
  destination,
  key,
  versionId,
  sha256,
}: Omit<Approval, 'signature'>): Buffer {
  return Buffer.from(['lionrock exchange approval', transfer, destination, key, versionId, sha256].join('\n'));
}

/** Reads an approval; undefined when the text is none. */
export function approvalOf(text: string): Approval | undefined {
  const found = parsed(text);
  const [transfer, destination, key, versionId, sha256, signature] = MEMBERS.map((name) => found[name]);
  const texts = { transfer, destination, key, versionId, sha256, signature };
  return isComplete(texts) ? texts : undefined;
}

/** A line break would let one member pass for two. */
function isComplete(texts: Readonly<Record<(typeof MEMBERS)[number], unknown>>): texts is Approval {
  return Object.values(texts).every((value) => typeof value === 'string' && value !== '' && !/[\r\n]/.test(value));
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
