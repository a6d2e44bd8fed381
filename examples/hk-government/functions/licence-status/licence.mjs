// What the public may learn about a licence.

const NUMBER = /^([A-Z]{2,4})-?(\d{6})$/;

/** `fd 123456` becomes `FD-123456`; undefined when the text is not a licence number. */
export function normalise(text) {
  if (typeof text !== 'string') return undefined;
  const match = NUMBER.exec(text.toUpperCase().replaceAll(/\s+/g, ''));
  return match ? `${match[1]}-${match[2]}` : undefined;
}

/** Status on a day in Hong Kong; a licence is valid through its last day. */
export function publicStatus(licenceNumber, record, now) {
  if (!record) return { licenceNumber, found: false };
  const { status, category, validUntil } = record;
  const expired = status === 'VALID' && typeof validUntil === 'string' && validUntil < dayInHongKong(now);
  return { licenceNumber, found: true, status: expired ? 'EXPIRED' : status, category, validUntil };
}

function dayInHongKong(now) {
  // The Swedish form of a date is the ISO form.
  return now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Hong_Kong' });
}
