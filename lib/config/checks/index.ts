import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import { checkAddressSpace } from './address-space';
import { checkAttachments } from './attachments';
import { checkBaseline } from './baseline';
import { checkCertificates } from './certificates';
import type { Check, ProfileCheck } from './check';
import { checkClassification } from './classification';
import { checkDeployment } from './deployment';
import { checkPipelines } from './pipelines';
import { checkDuplicates } from './duplicates';
import { checkEndpoints } from './endpoints';
import { checkExchanges } from './exchanges';
import { checkExemptActions } from './exempt-actions';
import { checkFlowEnds } from './flow-ends';
import { checkFlowPorts } from './flow-ports';
import { checkGuardRules } from './guard-rules';
import { checkHub } from './hub';
import { checkHubServices } from './hub-services';
import { checkImages } from './images';
import { checkIpv6 } from './ipv6';
import { checkKeyAliases } from './key-aliases';
import { checkKeyCustody } from './key-custody';
import { checkLineFlows } from './line-flows';
import { checkPermissionSets } from './permission-sets';
import { checkPolicies } from './policies';
import { checkProperties } from './properties';
import { checkRegion } from './region';
import { checkRegionServices } from './region-services';
import { checkRoles } from './roles';
import { checkStated } from './stated';
import { checkSubnets } from './subnets';
import { checkTransfers } from './transfers';
import { checkUnits } from './units';
import { checkWorkloadReferences } from './workload-references';
import { checkWorkloadZones } from './workload-zones';
import { checkZones } from './zones';

export { extensionDrafts, profileOf, profileProblems } from './profile';

/** Checks that hold in every jurisdiction. */
const CHECKS: readonly Check[] = [
  checkAddressSpace,
  checkAttachments,
  checkBaseline,
  checkDeployment,
  checkPipelines,
  checkDuplicates,
  checkEndpoints,
  checkExchanges,
  checkFlowPorts,
  checkGuardRules,
  checkImages,
  checkIpv6,
  checkKeyAliases,
  checkKeyCustody,
  checkPermissionSets,
  checkPolicies,
  checkExemptActions,
  checkProperties,
  checkRoles,
  checkSubnets,
  checkUnits,
  checkWorkloadReferences,
];

/** Checks against the jurisdiction's rules. */
const PROFILE_CHECKS: readonly ProfileCheck[] = [
  checkCertificates,
  checkClassification,
  checkFlowEnds,
  checkHub,
  checkHubServices,
  checkLineFlows,
  checkRegion,
  checkRegionServices,
  checkStated,
  checkTransfers,
  checkWorkloadZones,
  checkZones,
];

/**
 * What is wrong with the meaning of a config that has the right form. Files that it names are checked apart.
 * @param profile The config's profile; undefined when it is unknown, and only what holds everywhere is checked.
 */
export function meaningProblems(config: LandingZoneConfig, profile: Profile | undefined): readonly ProblemDraft[] {
  const drafts = [
    ...CHECKS.flatMap((check) => check(config)),
    ...(profile ? PROFILE_CHECKS.flatMap((check) => check(config, profile)) : []),
  ];
  // With the wrong home region everything else seems to be in another one.
  const wrongRegion = drafts.some((draft) => isRegion(draft.path));
  return wrongRegion ? drafts.filter((draft) => !draft.dependsOn?.some(isRegion)) : drafts;
}

function isRegion(path: Path): boolean {
  return path.length === 1 && path[0] === 'homeRegion';
}
