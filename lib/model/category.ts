/** The topics a finding belongs to: part of the JSON contract. */
export const CATEGORIES = [
  'encryption-at-rest',
  'tls-in-transit',
  'key-management',
  'kms-rotation',
  'kms-policy',
  'logging',
  'public-exposure',
  'network-open-ingress',
  'network-open-egress',
  'network-segmentation',
  'data-residency',
  'iam-privilege',
  'secrets-plaintext',
  'secrets-rotation',
  'backup-recovery',
  'imdsv2',
  'detection',
  'change-control',
  'governance',
  'workload',
] as const;
export type Category = (typeof CATEGORIES)[number];
