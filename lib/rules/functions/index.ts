import type { Rule } from '../rule';
import { functionPermissionBucketOwner } from './function-permission-bucket-owner';
import { functionPermissionFromOneSource } from './function-permission-from-one-source';
import { functionPermissionInvokeOnly } from './function-permission-invoke-only';
import { functionPermissionNotPublic } from './function-permission-not-public';
import { functionPermissionPrincipalNamed } from './function-permission-principal-named';
import { functionUrlAuthenticated } from './function-url-authenticated';
import { lambdaEnvironmentKey } from './lambda-environment-key';
import { lambdaInVpc } from './lambda-in-vpc';
import { lambdaRuntimeSupported } from './lambda-runtime-supported';
import { lambdaTracing } from './lambda-tracing';

/** Rules of the family functions. */
export const functionsRules: readonly Rule[] = [
  functionPermissionBucketOwner,
  functionPermissionFromOneSource,
  functionPermissionInvokeOnly,
  functionPermissionNotPublic,
  functionPermissionPrincipalNamed,
  functionUrlAuthenticated,
  lambdaEnvironmentKey,
  lambdaInVpc,
  lambdaRuntimeSupported,
  lambdaTracing,
];
