/** Frameworks that controls cite, by id, as people call them. */
export const FRAMEWORK_NAMES: Readonly<Record<string, string>> = {
  s17: 'Baseline IT Security Policy (S17)',
  g3: 'IT Security Guidelines (G3)',
  'nist-800-53r5': 'NIST SP 800-53 rev. 5',
  'iso-27001': 'ISO/IEC 27001:2022',
  'cis-aws-v5': 'CIS AWS Foundations 5.0',
  'cis-aws-v7': 'CIS AWS Foundations 7.0',
};
