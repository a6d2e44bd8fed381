import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** TLS is required unless that is turned off. */
export const videoIngestTls: Rule = {
  id: 'video-ingest-tls',
  control: 'NET-14',
  severity: 'low',
  message: 'Video may be sent in without TLS, and with it the key of the stream.',
  remediation: 'Remove InsecureIngest.',
  types: ['AWS::IVS::Channel', 'AWS::IVS::IngestConfiguration'],
  scope: 'resource',
  evaluate: property('InsecureIngest', isNotTrue),
};
