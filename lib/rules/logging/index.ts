import type { Rule } from '../rule';
import { apiDeploymentAccessLogged } from './api-deployment-access-logged';
import { apiLogStructured } from './api-log-structured';
import { apiStageAccessLogged } from './api-stage-access-logged';
import { apiStageExecutionLogged } from './api-stage-execution-logged';
import { apiStageTraced } from './api-stage-traced';
import { beanstalkLogsKept } from './beanstalk-logs-kept';
import { classicLoadBalancerLogged } from './classic-load-balancer-logged';
import { distributionLogged } from './distribution-logged';
import { emrLogged } from './emr-logged';
import { graphqlApiLogged } from './graphql-api-logged';
import { httpApiAccessLogged } from './http-api-access-logged';
import { loadBalancerLogged } from './load-balancer-logged';
import { logGroupCustomerKey } from './log-group-customer-key';
import { logGroupLifetimeDeclared } from './log-group-lifetime-declared';
import { logGroupRetention } from './log-group-retention';
import { mediaContainerLogged } from './media-container-logged';
import { mwaaLogged } from './mwaa-logged';
import { publicZoneQueriesLogged } from './public-zone-queries-logged';
import { searchAuditLogged } from './search-audit-logged';
import { searchErrorsLogged } from './search-errors-logged';
import { searchSlowLogged } from './search-slow-logged';
import { stateMachineLogged } from './state-machine-logged';
import { stateMachineTraced } from './state-machine-traced';
import { streamingDistributionLogged } from './streaming-distribution-logged';
import { trailCustomerKey } from './trail-customer-key';
import { trailDataEvents } from './trail-data-events';
import { trailGlobalEvents } from './trail-global-events';
import { trailLogging } from './trail-logging';
import { trailMultiRegion } from './trail-multi-region';
import { trailNoKeyExclusion } from './trail-no-key-exclusion';
import { trailToLogGroup } from './trail-to-log-group';
import { trailValidated } from './trail-validated';
import { vpcQueriesLogged } from './vpc-queries-logged';
import { webAclLogged } from './web-acl-logged';

/** Rules of the family logging. */
export const loggingRules: readonly Rule[] = [
  apiDeploymentAccessLogged,
  apiLogStructured,
  apiStageAccessLogged,
  apiStageExecutionLogged,
  apiStageTraced,
  beanstalkLogsKept,
  classicLoadBalancerLogged,
  distributionLogged,
  emrLogged,
  graphqlApiLogged,
  httpApiAccessLogged,
  loadBalancerLogged,
  logGroupCustomerKey,
  logGroupLifetimeDeclared,
  logGroupRetention,
  mediaContainerLogged,
  mwaaLogged,
  publicZoneQueriesLogged,
  searchAuditLogged,
  searchErrorsLogged,
  searchSlowLogged,
  stateMachineLogged,
  stateMachineTraced,
  streamingDistributionLogged,
  trailCustomerKey,
  trailDataEvents,
  trailGlobalEvents,
  trailLogging,
  trailMultiRegion,
  trailNoKeyExclusion,
  trailToLogGroup,
  trailValidated,
  vpcQueriesLogged,
  webAclLogged,
];
