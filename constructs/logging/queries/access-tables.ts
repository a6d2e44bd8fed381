import { ACCOUNT, columns, DAY, type LogFormat, type LogTable, REGION, words } from './log-table';

/** Lines that an expression takes apart, a group for each column. */
function matched(expression: readonly string[]): LogFormat {
  return {
    library: 'org.apache.hadoop.hive.serde2.RegexSerDe',
    parameters: { 'serialization.format': '1', 'input.regex': expression.join('') },
  };
}

const WORD = '([^ ]*)';
const QUOTED = '"([^"]*)"';

const BALANCER_COLUMNS = words(`
  type time elb client_ip client_port target_ip target_port request_processing_time
  target_processing_time response_processing_time elb_status_code target_status_code received_bytes
  sent_bytes request_verb request_url request_protocol user_agent ssl_cipher ssl_protocol
  target_group_arn trace_id domain_name chosen_cert_arn matched_rule_priority request_creation_time
  actions_executed redirect_url lambda_error_reason target_list target_status_list classification
  classification_reason more
`);

/** An application load balancer's line; a later field goes into `more`. */
export const BALANCER_LINE = [
  `${WORD} ${WORD} ${WORD} ([^ ]*):([0-9]*) ([^ ]*)[:-]([0-9]*) `,
  `${WORD} ${WORD} ${WORD} ${WORD} ${WORD} ${WORD} ${WORD} `,
  `"([^ ]*) (.*) (- |[^ ]*)" ${QUOTED} ${WORD} ${WORD} ${WORD} `,
  `${QUOTED} ${QUOTED} ${QUOTED} ${WORD} ${WORD} `,
  `${QUOTED} ${QUOTED} ${QUOTED} ${QUOTED} ${QUOTED} ${QUOTED} ${QUOTED}(.*)`,
];

const BUCKET_COLUMNS = words(`
  bucket_owner bucket request_time remote_ip requester request_id operation object_key request_uri
  http_status error_code bytes_sent object_size total_time turn_around_time referrer user_agent
  version_id host_id signature_version cipher_suite auth_type endpoint tls_version more
`);

/** S3's line about one access to a bucket; a later field goes into `more`. */
export const BUCKET_LINE = [
  `${WORD} ${WORD} \\[(.*?)\\] ${WORD} ${WORD} ${WORD} ${WORD} ${WORD} ("[^"]*"|-) `,
  `${WORD} ${WORD} ${WORD} ${WORD} ${WORD} ${WORD} ("[^"]*"|-) ("[^"]*"|-) `,
  `${WORD} ${WORD} ${WORD} ${WORD} ${WORD} ${WORD} ${WORD}(.*)`,
];

/** Who asked load balancers and the buckets of the archive for what. */
export const ACCESS_TABLES: readonly LogTable[] = [
  {
    name: 'load_balancer_requests',
    kind: 'access',
    description: 'Requests to application load balancers; lines of other logs below the same path come out empty',
    columns: columns(BALANCER_COLUMNS),
    format: matched(BALANCER_LINE),
    path: 'AWSLogs/${account}/elasticloadbalancing/${region}/${day}/',
    partitions: { account: ACCOUNT, region: REGION, day: DAY },
  },
  {
    name: 'archive_access',
    kind: 'access',
    description: 'Access to the buckets of the archive itself',
    columns: columns(BUCKET_COLUMNS),
    format: matched(BUCKET_LINE),
    path: 's3/',
    partitions: {},
  },
];
