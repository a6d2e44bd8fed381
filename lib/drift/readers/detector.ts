import {
  GetDetectorCommand,
  GuardDutyClient,
  type DetectorFeatureConfigurationResult,
} from '@aws-sdk/client-guardduty';
import { isJsonList, isJsonMap, type Json } from '../json';
import { Gone, unlessUnset, type Reader } from '../reader';

/** Detectors of GuardDuty: that they are on, how often they tell, and which plans of protection are on. */
export const DETECTOR: Reader = {
  type: 'AWS::GuardDuty::Detector',
  facets: [
    {
      properties: ['Enable', 'FindingPublishingFrequency', 'Features'],
      unsaid: 'anything',
      read: async ({ physicalId, designed }, access) => {
        const asked = access.client(GuardDutyClient).send(new GetDetectorCommand({ DetectorId: physicalId }));
        // What GuardDuty says of a detector that is not there.
        const found = await unlessUnset(asked, 'BadRequestException');
        if (!found) return new Gone('AWS does not know it');
        const { Status, FindingPublishingFrequency = null, Features = [] } = found;
        return {
          Enable: Status === 'ENABLED',
          FindingPublishingFrequency,
          Features: featuresIn(designed('Features'), Features),
        };
      },
    },
  ],
};

/** Of the plans, those that the template speaks of: AWS adds new ones. */
function featuresIn(designed: Json | undefined, found: readonly DetectorFeatureConfigurationResult[]): Json {
  return (isJsonList(designed) ? designed : [])
    .filter(isJsonMap)
    .map(({ Name: name = null, AdditionalConfiguration: more }) => {
      const feature = found.find(({ Name }) => Name === name);
      const parts = (isJsonList(more) ? more : []).filter(isJsonMap).map(({ Name: part = null }) => ({
        Name: part,
        Status: feature?.AdditionalConfiguration?.find(({ Name }) => Name === part)?.Status ?? null,
      }));
      return {
        Name: name,
        Status: feature?.Status ?? null,
        ...(parts.length === 0 ? {} : { AdditionalConfiguration: parts }),
      };
    });
}
