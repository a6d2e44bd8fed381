import { Argument, Option } from 'commander';
import { formatValue } from '../formats';
import { accountIdValue, regionValue, timeValue } from '../option-values';

/** What is proved. */
export const PATHS = new Argument('[PATH...]', 'templates, directories or cloud assemblies (default: cdk.out)');

export const PROFILE = new Option(
  '--profile <ID>',
  'jurisdiction whose rules apply (default: that of the config, else hk-s17)',
);

export const REGION = new Option(
  '--region <NAME>',
  'region of the deployment, where the templates do not say it',
).argParser(regionValue);

export const ACCOUNT = new Option(
  '--account <ID>',
  'account id of the deployment, where the templates do not say it',
).argParser(accountIdValue);

export const PARAMETERS = new Option('--parameters <FILE>', 'values of template parameters, JSON or YAML');

export const ESTATE = new Option(
  '--estate',
  'run also the rules over whole estates, such as "there is an organisation trail"',
);

/** For what is written as text or JSON alone. */
export const DOCUMENT_FORMAT = new Option(
  '--format <F[=FILE]>',
  'text or json, to standard output or a file; repeatable (default: text)',
).argParser(formatValue);

/** When it is judged. */
export const NOW = nowOption('of the judgement');

export const QUIET = new Option('--quiet', 'print nothing but what --format asks for');

/** @param what What the time decides, in words that follow "time". */
export function nowOption(what: string): Option {
  return new Option('--now <TIME>', `time ${what} (default: the present, or SOURCE_DATE_EPOCH)`).argParser(timeValue);
}
