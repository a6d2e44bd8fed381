import { ACCESS_TABLES } from './access-tables';
import { ACCOUNT, columns, DAY, JSON_LINES, type LogTable, REGION, words } from './log-table';
import { networkTables } from './network-tables';
import { trailTable } from './trail-table';

const ITEM = words(`
  configurationitemversion configurationitemcapturetime configurationstateid awsaccountid
  configurationitemstatus resourcetype resourceid resourcename arn awsregion availabilityzone
  resourcecreationtime configuration
`).map((name) => `${name}:string`);

const CONFIGURATION: LogTable = {
  name: 'configuration',
  kind: 'config',
  description: 'Configuration of all resources, as AWS Config recorded it',
  columns: {
    ...columns(['fileversion', 'configsnapshotid']),
    configurationitems: `array<struct<${ITEM.join(',')},tags:map<string,string>>>`,
  },
  format: JSON_LINES,
  path: 'AWSLogs/${account}/Config/${region}/${day}/${content}/',
  partitions: {
    account: ACCOUNT,
    region: REGION,
    // AWS Config writes months and days without leading zeros.
    day: { day: 'yyyy/M/d' },
    content: { values: ['ConfigHistory', 'ConfigSnapshot'] },
  },
};

const LOG_GROUPS: LogTable = {
  name: 'log_groups',
  kind: 'groups',
  description: 'What the log groups of all accounts received: programs, web application firewalls, APIs, sessions',
  columns: {
    ...columns(['messagetype', 'owner', 'loggroup', 'logstream']),
    subscriptionfilters: 'array<string>',
    logevents: 'array<struct<id:string,timestamp:bigint,message:string>>',
  },
  format: JSON_LINES,
  path: 'AWSLogs/${account}/loggroups/${region}/${day}/',
  partitions: { account: ACCOUNT, region: REGION, day: DAY },
};

/** A table for each kind of log that the archive holds. */
export function logTables(organizationId: string, firewalls?: readonly string[]): readonly LogTable[] {
  return [trailTable(organizationId), CONFIGURATION, ...networkTables(firewalls), ...ACCESS_TABLES, LOG_GROUPS];
}
