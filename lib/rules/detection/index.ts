import type { Rule } from '../rule';
import { alarmHasAction } from './alarm-has-action';
import { alertRuleEnabled } from './alert-rule-enabled';
import { alertTopicHasReceiver } from './alert-topic-has-receiver';
import { estateChecksConfiguration } from './estate-checks-configuration';
import { estateDetectsThreats } from './estate-detects-threats';
import { estateDiscoversSensitiveData } from './estate-discovers-sensitive-data';
import { estateJudgesByBestPractice } from './estate-judges-by-best-practice';
import { estateRecordsConfiguration } from './estate-records-configuration';
import { estateWatchesPosture } from './estate-watches-posture';
import { findingsReachPeople } from './findings-reach-people';
import { inventoryOverOrganization } from './inventory-over-organization';
import { postureStandardsRun } from './posture-standards-run';
import { privilegedChangesAlarmed } from './privileged-changes-alarmed';
import { recorderDelivers } from './recorder-delivers';
import { recorderRecordsAll } from './recorder-records-all';
import { sensitiveDataDiscoveryOn } from './sensitive-data-discovery-on';
import { threatDetectionEnabled } from './threat-detection-enabled';
import { threatDetectionFeatures } from './threat-detection-features';

/** Rules of the family detection. */
export const detectionRules: readonly Rule[] = [
  alarmHasAction,
  alertRuleEnabled,
  alertTopicHasReceiver,
  estateChecksConfiguration,
  estateDetectsThreats,
  estateDiscoversSensitiveData,
  estateJudgesByBestPractice,
  estateRecordsConfiguration,
  estateWatchesPosture,
  findingsReachPeople,
  inventoryOverOrganization,
  postureStandardsRun,
  privilegedChangesAlarmed,
  recorderDelivers,
  recorderRecordsAll,
  sensitiveDataDiscoveryOn,
  threatDetectionEnabled,
  threatDetectionFeatures,
];
