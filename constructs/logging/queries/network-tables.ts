import { FLOW_FIELDS, GATEWAY_FLOW_FIELDS, GATEWAY_FLOW_PREFIX } from './flow-fields';
import { ACCOUNT, type Columns, columns, DAY, JSON_LINES, type LogFormat, type LogTable, REGION } from './log-table';

/** Fields that are numbers; all others are words. */
const NUMBERS: ReadonlySet<string> = new Set([
  'version',
  'srcport',
  'dstport',
  'protocol',
  'traffic-path',
  'tcp-flags',
  'packets',
  'bytes',
  'start',
  'end',
  'packets-lost-no-route',
  'packets-lost-blackhole',
  'packets-lost-mtu-exceeded',
]);

/** Words with blanks between them, below a line that names the fields. */
const FLOW_LINES: LogFormat = {
  library: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
  parameters: { 'field.delim': ' ', 'serialization.format': ' ' },
  headerLines: 1,
};

const FLOW_PARTITIONS = { account: ACCOUNT, flow_region: REGION, day: DAY };
const FLOW_PATH = 'AWSLogs/${account}/vpcflowlogs/${flow_region}/${day}/';

const EVENT =
  'struct<timestamp:string,flow_id:bigint,event_type:string,src_ip:string,src_port:int,dest_ip:string,dest_port:int,' +
  'proto:string,app_proto:string,' +
  'netflow:struct<pkts:bigint,bytes:bigint,start:string,end:string,age:int,min_ttl:int,max_ttl:int>,' +
  'alert:struct<action:string,signature_id:bigint,rev:int,signature:string,category:string,severity:int>>';

/** What passed networks, or did not. `firewalls` are their names; without them a query names one. */
export function networkTables(firewalls: readonly string[] = []): readonly LogTable[] {
  return [
    {
      name: 'vpc_flows',
      kind: 'network',
      description: 'Flows at the interfaces of all VPCs, accepted and refused',
      columns: flowColumns(FLOW_FIELDS),
      format: FLOW_LINES,
      path: FLOW_PATH,
      partitions: FLOW_PARTITIONS,
    },
    {
      name: 'transit_gateway_flows',
      kind: 'network',
      description: 'Flows through transit gateways, and what they lost',
      columns: flowColumns(GATEWAY_FLOW_FIELDS),
      format: FLOW_LINES,
      path: `${GATEWAY_FLOW_PREFIX}/${FLOW_PATH}`,
      partitions: FLOW_PARTITIONS,
    },
    {
      name: 'firewall_events',
      kind: 'network',
      description: 'Flows and alerts of network firewalls',
      columns: { ...columns(['firewall_name', 'availability_zone', 'event_timestamp']), event: EVENT },
      format: JSON_LINES,
      path: 'AWSLogs/${account}/network-firewall/${log}/${region}/${firewall}/${day}/',
      partitions: {
        account: ACCOUNT,
        log: { values: ['alert', 'flow'] },
        region: REGION,
        firewall: firewalls.length > 0 ? { values: firewalls } : { from: 'any' },
        day: DAY,
      },
    },
    {
      name: 'dns_queries',
      kind: 'network',
      description: 'Names that VPCs asked for; a query names the VPC',
      columns: {
        ...columns(['version', 'account_id', 'region', 'vpc_id', 'query_timestamp', 'query_name', 'query_type']),
        ...columns(['query_class', 'rcode']),
        answers: 'array<struct<rdata:string,type:string,class:string>>',
        ...columns(['srcaddr', 'srcport', 'transport']),
        srcids: 'struct<instance:string,resolver_endpoint:string>',
        ...columns(['firewall_rule_action', 'firewall_rule_group_id', 'firewall_domain_list_id']),
      },
      format: JSON_LINES,
      path: 'AWSLogs/${account}/vpcdnsquerylogs/${vpc}/${day}/',
      partitions: { account: ACCOUNT, vpc: { from: 'any' }, day: DAY },
    },
  ];
}

/** A partition may not have the name of a column: flow logs have `region` and `account_id`. */
function flowColumns(fields: readonly string[]): Columns {
  return Object.assign({}, ...fields.map((field) => columns([field], NUMBERS.has(field) ? 'bigint' : 'string')));
}
