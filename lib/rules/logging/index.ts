import type { Rule } from '../rule';
import { apiDeploymentAccessLogged } from './api-deployment-access-logged';
import { apiLogStructured } from './api-log-structured';
import { apiStageAccessLogged } from './api-stage-access-logged';
import { apiStageExecutionLogged } from './api-stage-execution-logged';
import { apiStageTraced } from './api-stage-traced';
import { beanstalkLogsKept } from './beanstalk-logs-kept';
import { classicLoadBalancerLogged } from './classic-load-balancer-logged';
import { clientVpnLogged } from './client-vpn-logged';
import { distributionLogged } from './distribution-logged';
import { docdbAuditLogged } from './docdb-audit-logged';
import { elasticacheLogged } from './elasticache-logged';
import { emrLogged } from './emr-logged';
import { execSessionsLogged } from './exec-sessions-logged';
import { graphqlApiLogged } from './graphql-api-logged';
import { graphqlApiTraced } from './graphql-api-traced';
import { httpApiAccessLogged } from './http-api-access-logged';
import { iotLogged } from './iot-logged';
import { latticeLogged } from './lattice-logged';
import { loadBalancerLogged } from './load-balancer-logged';
import { logGroupCustomerKey } from './log-group-customer-key';
import { logGroupLifetimeDeclared } from './log-group-lifetime-declared';
import { logGroupRetention } from './log-group-retention';
import { logStoreNobodyDeletes } from './log-store-nobody-deletes';
import { mediaContainerLogged } from './media-container-logged';
import { mwaaLogged } from './mwaa-logged';
import { pipeLogged } from './pipe-logged';
import { publicZoneQueriesLogged } from './public-zone-queries-logged';
import { replicationTaskLogged } from './replication-task-logged';
import { searchAuditLogged } from './search-audit-logged';
import { searchErrorsLogged } from './search-errors-logged';
import { searchSlowLogged } from './search-slow-logged';
import { sessionLogsEncrypted } from './session-logs-encrypted';
import { sessionsLogged } from './sessions-logged';
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
import { transferLogged } from './transfer-logged';
import { trustedTime } from './trusted-time';
import { vpcQueriesLogged } from './vpc-queries-logged';
import { vpnLogged } from './vpn-logged';
import { warehouseNamespaceLogged } from './warehouse-namespace-logged';
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
  clientVpnLogged,
  distributionLogged,
  docdbAuditLogged,
  elasticacheLogged,
  emrLogged,
  execSessionsLogged,
  graphqlApiLogged,
  graphqlApiTraced,
  httpApiAccessLogged,
  iotLogged,
  latticeLogged,
  loadBalancerLogged,
  logGroupCustomerKey,
  logGroupLifetimeDeclared,
  logGroupRetention,
  logStoreNobodyDeletes,
  mediaContainerLogged,
  mwaaLogged,
  pipeLogged,
  publicZoneQueriesLogged,
  replicationTaskLogged,
  searchAuditLogged,
  searchErrorsLogged,
  searchSlowLogged,
  sessionLogsEncrypted,
  sessionsLogged,
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
  transferLogged,
  trustedTime,
  vpcQueriesLogged,
  vpnLogged,
  warehouseNamespaceLogged,
  webAclLogged,
];
