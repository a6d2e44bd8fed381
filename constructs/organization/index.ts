export * from './attached-guardrail';
export * from './delegated-administration';
export * from './deployment-hook';
export * from './documents';
export * from './guardrail-policies';
export * from './hook-delivery';
export { hookTemplate, type DeliveredHookProps } from './hook-template';
export * from './organization-resource-policy';
export * from './pack-guardrails';
