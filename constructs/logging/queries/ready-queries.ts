/** A query that an investigation begins with. */
interface ReadyQuery {
  readonly description: string;
  /** In Athena's SQL, over yesterday and today. */
  readonly sql: string;
  /** Asks for the names of firewalls. @default false */
  readonly needsFirewalls?: boolean;
}

const TODAY = "day >= date_format(current_timestamp - interval '1' day, '%Y/%m/%d')";

/** Saved in the work group, by name; which ones is our choice. */
export const READY_QUERIES: Readonly<Record<string, ReadyQuery>> = {
  'root-and-break-glass': {
    description: 'What root users and break-glass roles did',
    sql: `SELECT eventtime, recipientaccountid, useridentity.arn, eventsource, eventname, sourceipaddress, errorcode
FROM trail
WHERE ${TODAY}
  AND (useridentity.type = 'Root' OR useridentity.sessioncontext.sessionissuer.arn LIKE '%break-glass%')
ORDER BY eventtime`,
  },
  'tampering-with-logs': {
    description: 'Attempts to stop, change or delete what is recorded, refused ones too',
    sql: `SELECT eventtime, recipientaccountid, useridentity.arn, eventsource, eventname, errorcode
FROM trail
WHERE ${TODAY}
  AND eventname IN ('StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'StopConfigurationRecorder',
    'DeleteFlowLogs', 'DeleteLogGroup', 'DeleteAccountPolicy', 'PutBucketPolicy', 'DeleteBucketPolicy', 'UpdateDestination')
ORDER BY eventtime`,
  },
  'refused-key-use': {
    description: 'Who was refused the use of a key',
    sql: `SELECT recipientaccountid, useridentity.arn, eventname, resources[1].arn AS key_arn, count(*) AS times
FROM trail
WHERE ${TODAY} AND eventsource = 'kms.amazonaws.com' AND errorcode LIKE 'AccessDenied%'
GROUP BY 1, 2, 3, 4 ORDER BY times DESC`,
  },
  'unmasked-logs': {
    description: 'Who read what is masked in log groups',
    sql: `SELECT eventtime, recipientaccountid, useridentity.arn, requestparameters
FROM trail
WHERE ${TODAY} AND eventsource = 'logs.amazonaws.com' AND requestparameters LIKE '%"unmask":true%'
ORDER BY eventtime`,
  },
  'refused-flows': {
    description: 'What networks refused, by source and port',
    sql: `SELECT account, vpc_id, srcaddr, dstaddr, dstport, sum(packets) AS packets
FROM vpc_flows
WHERE ${TODAY} AND action = 'REJECT'
GROUP BY 1, 2, 3, 4, 5 ORDER BY packets DESC LIMIT 100`,
  },
  'firewall-alerts': {
    description: 'What the firewall between VPCs told',
    needsFirewalls: true,
    sql: `SELECT event_timestamp, event.src_ip, event.dest_ip, event.dest_port, event.alert.action, event.alert.signature
FROM firewall_events
WHERE ${TODAY} AND log = 'alert'
ORDER BY event_timestamp DESC LIMIT 1000`,
  },
  'blocked-web-requests': {
    description: 'Requests that the web application firewall blocked',
    sql: `SELECT from_unixtime(entry.timestamp / 1000) AS time,
  json_extract_scalar(entry.message, '$.terminatingRuleId') AS rule,
  json_extract_scalar(entry.message, '$.httpRequest.clientIp') AS client,
  json_extract_scalar(entry.message, '$.httpRequest.uri') AS uri
FROM log_groups CROSS JOIN UNNEST(logevents) AS t (entry)
WHERE ${TODAY} AND loggroup LIKE 'aws-waf-logs-%' AND json_extract_scalar(entry.message, '$.action') = 'BLOCK'
ORDER BY time DESC LIMIT 1000`,
  },
  'readers-of-the-archive': {
    description: 'Who read logs from the archive, as far back as it goes',
    sql: `SELECT request_time, requester, remote_ip, bucket, object_key, http_status
FROM archive_access
WHERE operation LIKE 'REST.GET.OBJECT%'
ORDER BY request_time DESC LIMIT 1000`,
  },
};
