import type { PathRow } from '../row';

// Paths beyond the reference list; one path, one line.
// prettier-ignore
export const ourPaths: readonly PathRow[] = [
  ['CloudFront::StreamingDistribution', 'StreamingDistributionConfig.S3Origin', 'present', 'traffic', 'critical', 'edge', 'Media served from edge locations worldwide', '', { to: 'edge locations' }],
  ['Lightsail::Distribution', 'DistributionName', 'present', 'traffic', 'high', 'edge', 'Content served from edge locations worldwide', '', { to: 'edge locations' }],
  ['Neptune::DBCluster', 'GlobalClusterIdentifier', 'present', 'data', 'critical', 'spanning', 'Cluster joins a global database', '', { to: 'other regions' }],
  ['Route53::KeySigningKey', 'KeyManagementServiceArn', 'present', 'keys', 'medium', 'abroad', 'The key that signs a zone (DNSSEC)', '', { to: 'us-east-1', why: 'Route 53 signs zones with keys of us-east-1 only.' }],
  ['WAFv2::WebACL', 'Scope', 'value-in:CLOUDFRONT', 'metadata', 'medium', 'abroad', 'The web ACL of a distribution, with samples of requests and their logs', '', { to: 'us-east-1', why: 'Web ACLs of CloudFront stand in us-east-1, and log there.' }],
];
