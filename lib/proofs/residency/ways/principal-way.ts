import { arnOf, asText, describe, isList, isMap, Reference, Unknown, type Value } from '../../../template';
import { leavesTo, STAYS, unknownWay, type Standpoint, type Way } from './way';

/** What a principal, or an account that something is shared with, comes to. Accounts of these templates are inside. */
export function principalWays(value: Value | undefined, at: Standpoint): readonly Way[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap((item) => principalWays(item, at));
  if (isMap(value)) return Object.values(value).flatMap((item) => principalWays(item, at));
  return [principalWay(value, at)];
}

function principalWay(value: Value, at: Standpoint): Way {
  if (value instanceof Reference) return STAYS;
  const text = asText(value);
  if (text === undefined) return openPrincipal(value, at);
  if (text === '*') return leavesTo('everybody');
  if (/^\d{12}$/.test(text)) return accountWay(text, at);
  const arn = arnOf(text);
  // Names of services, and whatever else is no account: organisations, units, canonical ids of this list’s own.
  if (!arn) return STAYS;
  const account = asText(arn.account) ?? '';
  if (asText(arn.service) === 'organizations' || account === '') return STAYS;
  return account === 'aws' ? STAYS : accountWay(account, at);
}

function openPrincipal(value: Value, at: Standpoint): Way {
  if (value instanceof Unknown && value.source === 'AWS::AccountId') return STAYS;
  const account = arnOf(value)?.account;
  if (account instanceof Unknown && account.source === 'AWS::AccountId') return STAYS;
  const known = asText(account);
  if (known !== undefined) return /^\d{12}$/.test(known) ? accountWay(known, at) : STAYS;
  return unknownWay(value instanceof Unknown ? value.reason : `${describe(value)} is made at deployment`);
}

function accountWay(account: string, { graph, resource }: Standpoint): Way {
  const own = resource.template.account;
  if (account === own || graph.templates.some((template) => template.account === account)) return STAYS;
  return own === undefined
    ? unknownWay('the account of the stack is not known: give it with --account', `account ${account}`)
    : leavesTo(`account ${account}`);
}
