import type { Rule } from '../rule';
import { athenaResultsEncrypted } from './athena-results-encrypted';
import { bedrockAgentCustomerKey } from './bedrock-agent-customer-key';
import { botConversationsEncrypted } from './bot-conversations-encrypted';
import { brewOutputEncrypted } from './brew-output-encrypted';
import { dataQualityOutputKey } from './data-quality-output-key';
import { dataQualityTrafficEncrypted } from './data-quality-traffic-encrypted';
import { dataQualityVolumeKey } from './data-quality-volume-key';
import { dataSourceTls } from './data-source-tls';
import { emrConfigurationEncrypts } from './emr-configuration-encrypts';
import { emrDisksEncrypted } from './emr-disks-encrypted';
import { emrSecurityConfiguration } from './emr-security-configuration';
import { glueCatalogEncrypted } from './glue-catalog-encrypted';
import { glueConfigurationEncrypts } from './glue-configuration-encrypts';
import { glueLogsEncrypted } from './glue-logs-encrypted';
import { glueSecurityConfiguration } from './glue-security-configuration';
import { kendraCustomerKey } from './kendra-customer-key';
import { timestreamCustomerKey } from './timestream-customer-key';

/** Rules of the family analytics. */
export const analyticsRules: readonly Rule[] = [
  athenaResultsEncrypted,
  bedrockAgentCustomerKey,
  botConversationsEncrypted,
  brewOutputEncrypted,
  dataQualityOutputKey,
  dataQualityTrafficEncrypted,
  dataQualityVolumeKey,
  dataSourceTls,
  emrConfigurationEncrypts,
  emrDisksEncrypted,
  emrSecurityConfiguration,
  glueCatalogEncrypted,
  glueConfigurationEncrypts,
  glueLogsEncrypted,
  glueSecurityConfiguration,
  kendraCustomerKey,
  timestreamCustomerKey,
];
