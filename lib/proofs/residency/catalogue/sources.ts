/** Pages of AWS on which the mechanism of a path was read, November 2026. */
export const BEDROCK_GEOGRAPHIES =
  'https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.md';
export const CROSS_REGION_PRIVATELINK =
  'https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html';
export const CT_CROSS_REGION =
  'https://docs.aws.amazon.com/controltower/latest/controlreference/data-residency-preventive-controls.html (AWS-GR_DISALLOW_CROSS_REGION_NETWORKING)';
export const CT_INTERNET =
  'https://docs.aws.amazon.com/controltower/latest/controlreference/data-residency-preventive-controls.html (AWS-GR_DISALLOW_VPC_INTERNET_ACCESS)';
export const CT_REPLICATION =
  'https://docs.aws.amazon.com/controltower/latest/controlreference/control-parameter-concepts.html (AWS-GR_RESTRICT_S3_CROSS_REGION_REPLICATION)';
export const CT_VPN =
  'https://docs.aws.amazon.com/controltower/latest/controlreference/data-residency-preventive-controls.html (AWS-GR_DISALLOW_VPN_CONNECTIONS)';
