import { ACCOUNT, columns, DAY, type LogTable, REGION } from './log-table';

const ISSUER = 'struct<type:string,principalid:string,arn:string,accountid:string,username:string>';
const SESSION = `struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:${ISSUER}>`;
const IDENTITY =
  'struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,' +
  `username:string,sessioncontext:${SESSION}>`;

/** What the organisation trail recorded, in the layout of CloudTrail's own reader. */
export function trailTable(organizationId: string): LogTable {
  return {
    name: 'trail',
    kind: 'trail',
    description: 'Calls of AWS interfaces in all accounts, from the organisation trail',
    columns: {
      eventversion: 'string',
      useridentity: IDENTITY,
      ...columns(['eventtime', 'eventsource', 'eventname', 'awsregion', 'sourceipaddress', 'useragent']),
      ...columns(['errorcode', 'errormessage', 'requestparameters', 'responseelements', 'additionaleventdata']),
      ...columns(['requestid', 'eventid', 'readonly']),
      resources: 'array<struct<arn:string,accountid:string,type:string>>',
      ...columns(['eventtype', 'apiversion', 'recipientaccountid', 'serviceeventdetails', 'sharedeventid']),
      vpcendpointid: 'string',
      tlsdetails: 'struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>',
    },
    format: {
      library: 'org.apache.hive.hcatalog.data.JsonSerDe',
      inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
    },
    path: `AWSLogs/${organizationId}/\${account}/CloudTrail/\${region}/\${day}/`,
    partitions: { account: ACCOUNT, region: REGION, day: DAY },
  };
}
