// What a hand-off from the hosted payment page may hold.

const PAYMENT = /^[A-Z]{2,8}-\d{4}-[A-Z0-9]{6,20}$/;
const TOKEN = /^tok_[A-Za-z0-9_-]{10,80}$/;
/** Thirteen to nineteen digits, perhaps grouped, with a first digit that cards have: a time in milliseconds begins with 1. */
const DIGITS = /(?<!\d)[2-6](?:[ -]?\d){12,18}(?!\d)/g;

/** The record to keep: `{ tokenReference, paymentReference, provider, receivedAt }`; undefined when the message is malformed. */
export function tokenRecord(body, now) {
  const message = parse(body);
  if (!message) return undefined;
  const { tokenReference, paymentReference, provider } = message;
  if (
    !TOKEN.test(tokenReference) ||
    !PAYMENT.test(paymentReference) ||
    typeof provider !== 'string' ||
    provider === ''
  ) {
    return undefined;
  }
  return { tokenReference, paymentReference, provider: provider.slice(0, 64), receivedAt: now.toISOString() };
}

/** True when the text holds a number that a card could have: right length, right check digit. */
export function holdsCardNumber(text) {
  return [...String(text ?? '').matchAll(DIGITS)].some(([digits]) => checkDigitHolds(digits.replaceAll(/[ -]/g, '')));
}

/** The Luhn formula, from the right: every second digit counts double. */
function checkDigitHolds(digits) {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function parse(body) {
  try {
    const message = JSON.parse(body);
    return typeof message === 'object' && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}
