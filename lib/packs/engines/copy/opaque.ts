/** Logical id of the stand-in for what a template does not hold; nothing judges its type. */
export const ABSENT = 'LionrockAbsent';

/** Stands for a value that is made at deployment: an intrinsic, so that no rule takes it for a literal. */
export const OPAQUE = { 'Fn::GetAtt': [ABSENT, 'Value'] };
