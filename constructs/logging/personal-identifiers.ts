import { aws_logs as logs } from 'aws-cdk-lib';

/**
 * Number of a Hong Kong identity card: one or two letters, six digits, and a check digit in brackets or not. CloudWatch
 * Logs accepts no brackets in an expression, so that any one sign may stand for the opening one; and no expression can
 * verify the check digit: words of this form that are no such number are masked too. A program that must tell them
 * apart masks before it logs (`maskHongKongIdentityCards`).
 */
export const HONG_KONG_IDENTITY_CARD = new logs.CustomDataIdentifier(
  'HongKongIdentityCard',
  String.raw`\b[A-Z]{1,2}[0-9]{6}[^0-9A-Za-z]?[0-9A]\b`,
);

/**
 * What is masked when nobody says otherwise: identity card numbers, payment cards, mail addresses, and secrets that
 * programs log by mistake. Addresses of machines stay readable: investigations need them.
 */
export const PERSONAL_IDENTIFIERS: readonly logs.DataIdentifier[] = [
  HONG_KONG_IDENTITY_CARD,
  logs.DataIdentifier.CREDITCARDNUMBER,
  logs.DataIdentifier.EMAILADDRESS,
  logs.DataIdentifier.AWSSECRETKEY,
  logs.DataIdentifier.OPENSSHPRIVATEKEY,
  logs.DataIdentifier.PGPPRIVATEKEY,
  logs.DataIdentifier.PKCSPRIVATEKEY,
];

/** Expressions that CloudWatch Logs takes: at most 200 of these characters. */
const EXPRESSION = /^[\w#=@/;, \-^$?[\]{}|\\*+.]{1,200}$/;
const NAME = /^[\w-]{1,128}$/;
/** How many identifiers of its own a policy may have. */
const MOST_CUSTOM = 10;

/**
 * Checks identifiers against what CloudWatch Logs accepts.
 * @param path of the construct, for the error.
 * @throws Error when there are none, or one of their own is too long or has characters that are refused.
 */
export function checkIdentifiers(path: string, identifiers: readonly logs.DataIdentifier[]): void {
  const fail = (found: string, remedy: string) => new Error(`[${path}] identifiers: ${found}; ${remedy}`);
  if (identifiers.length === 0)
    throw fail('expected at least one, found none', 'leave identifiers out for the usual ones');
  const custom = identifiers.filter((identifier) => identifier instanceof logs.CustomDataIdentifier);
  if (custom.length > MOST_CUSTOM) {
    throw fail(`expected at most ${MOST_CUSTOM} of your own, found ${custom.length}`, 'join expressions by "|"');
  }
  for (const { name, regex } of custom) {
    if (!NAME.test(name)) throw fail(`expected a name of letters, digits, "_" and "-", found "${name}"`, 'rename it');
    if (!EXPRESSION.test(regex)) {
      throw fail(
        `expected at most 200 letters, digits and _#=@/;, -^$?[]{}|\\*+. in the expression of ${name}, found "${regex}"`,
        'CloudWatch Logs refuses brackets and all else',
      );
    }
  }
}
