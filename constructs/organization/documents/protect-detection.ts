import { deny, type DenyStatement } from './deny-statement';
import type { GuardrailScope } from './guardrail-scope';

/** Actions that stop or blind the recording of what happens. */
export const RECORDING_CHANGES = [
  'cloudtrail:DeleteEventDataStore',
  'cloudtrail:DeleteTrail',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:PutInsightSelectors',
  'cloudtrail:StopEventDataStoreIngestion',
  'cloudtrail:StopLogging',
  'cloudtrail:UpdateEventDataStore',
  'cloudtrail:UpdateTrail',
  'config:DeleteAggregationAuthorization',
  'config:DeleteConfigurationAggregator',
  'config:DeleteConfigurationRecorder',
  'config:DeleteConformancePack',
  'config:DeleteDeliveryChannel',
  'config:DeleteRetentionConfiguration',
  'config:PutConfigurationRecorder',
  'config:PutDeliveryChannel',
  'config:PutRetentionConfiguration',
  'config:StopConfigurationRecorder',
  'ec2:DeleteFlowLogs',
  'logs:DeleteAccountPolicy',
  'logs:DeleteDataProtectionPolicy',
  'logs:DeleteDestination',
  'logs:PutAccountPolicy',
  'logs:PutDestination',
  'logs:PutDestinationPolicy',
] as const;

/** Actions that stop, leave or teach threat detection and posture checks to look away. */
export const DETECTION_CHANGES = [
  'access-analyzer:CreateArchiveRule',
  'access-analyzer:DeleteAnalyzer',
  'access-analyzer:UpdateAnalyzer',
  'access-analyzer:UpdateArchiveRule',
  'guardduty:CreateFilter',
  'guardduty:CreateIPSet',
  'guardduty:CreateTrustedEntitySet',
  'guardduty:DeleteDetector',
  'guardduty:DeleteMembers',
  'guardduty:DeletePublishingDestination',
  'guardduty:DisassociateFromAdministratorAccount',
  'guardduty:DisassociateFromMasterAccount',
  'guardduty:DisassociateMembers',
  'guardduty:StopMonitoringMembers',
  'guardduty:UpdateDetector',
  'guardduty:UpdateFilter',
  'guardduty:UpdateIPSet',
  'guardduty:UpdateMalwareScanSettings',
  'guardduty:UpdateMemberDetectors',
  'guardduty:UpdateTrustedEntitySet',
  'inspector2:Disable',
  'macie2:DisableMacie',
  'macie2:DisassociateFromAdministratorAccount',
  'macie2:DisassociateFromMasterAccount',
  'macie2:UpdateMacieSession',
  'securityhub:BatchDisableStandards',
  'securityhub:CreateAutomationRule',
  'securityhub:DeleteMembers',
  'securityhub:DisableImportFindingsForProduct',
  'securityhub:DisableSecurityHub',
  'securityhub:DisassociateFromAdministratorAccount',
  'securityhub:DisassociateFromMasterAccount',
  'securityhub:DisassociateMembers',
  'securityhub:UpdateSecurityHubConfiguration',
  'securityhub:UpdateStandardsControl',
] as const;

/** Changes of what Session Manager records. */
const SESSION_CHANGES = ['ssm:DeleteDocument', 'ssm:UpdateDocument', 'ssm:UpdateDocumentDefaultVersion'] as const;

/**
 * Nobody but the platform and break-glass stops the trail, the recorder, flow logs, the collection of log groups, the
 * recording of sessions or detection; what is masked in logs only break-glass sees.
 */
export function protectDetection(scope: GuardrailScope): readonly DenyStatement[] {
  const except = [...scope.breakGlassRoles, ...scope.platformRoles];
  return [
    deny('DenyStoppingTheRecord', RECORDING_CHANGES, { except }),
    deny('DenyStoppingDetection', DETECTION_CHANGES, { except }),
    deny('DenyStoppingSessionLogs', SESSION_CHANGES, {
      resources: `arn:${scope.partition}:ssm:*:*:document/SSM-SessionManagerRunShell`,
      except,
    }),
    deny('DenyUnmaskingLogs', 'logs:Unmask', { except: scope.breakGlassRoles }),
  ];
}
