import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { jsonOf, type JsonMap } from '../json';
import { Gone, orGone, type Reader } from '../reader';

/** Trails: that they record, what they record, where to, and under which key. */
export const TRAIL: Reader = {
  type: 'AWS::CloudTrail::Trail',
  facets: [
    {
      properties: [
        'S3BucketName',
        'IsMultiRegionTrail',
        'IsOrganizationTrail',
        'EnableLogFileValidation',
        'IncludeGlobalServiceEvents',
        'KMSKeyId',
        'CloudWatchLogsLogGroupArn',
      ],
      read: async ({ physicalId }, access) => {
        const command = new DescribeTrailsCommand({ trailNameList: [physicalId] });
        const { trailList: [trail] = [] } = await access.client(CloudTrailClient).send(command);
        if (!trail) return new Gone('AWS does not know it');
        return jsonOf({
          ...trail,
          EnableLogFileValidation: trail.LogFileValidationEnabled,
          KMSKeyId: trail.KmsKeyId,
        }) as JsonMap;
      },
    },
    {
      properties: ['IsLogging'],
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(CloudTrailClient)
            .send(new GetTrailStatusCommand({ Name: physicalId }))
            .then(({ IsLogging = false }) => ({ IsLogging })),
        ),
    },
    {
      properties: ['AdvancedEventSelectors', 'EventSelectors'],
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(CloudTrailClient)
            .send(new GetEventSelectorsCommand({ TrailName: physicalId }))
            .then(
              ({ AdvancedEventSelectors, EventSelectors }) =>
                jsonOf({ AdvancedEventSelectors, EventSelectors }) as JsonMap,
            ),
        ),
    },
  ],
};
