import {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
} from '@aws-sdk/client-config-service';
import { isSame } from '../compare/canonical';
import { isJsonList, isJsonMap, jsonOf, type Json } from '../json';
import { Gone, orGone, type Reader } from '../reader';

/** Recorders of AWS Config: that they record, and everything. */
export const RECORDER: Reader = {
  type: 'AWS::Config::ConfigurationRecorder',
  facets: [
    {
      properties: ['RoleARN', 'RecordingGroup'],
      unsaid: 'anything',
      isSame: (designed, found) => isSame(designed, onlySaid(found, designed)),
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(ConfigServiceClient)
            .send(new DescribeConfigurationRecordersCommand({ ConfigurationRecorderNames: [physicalId] }))
            .then(({ ConfigurationRecorders: [recorder] = [] }) => {
              if (!recorder) return new Gone('AWS does not know it');
              return { RoleARN: recorder.roleARN ?? null, RecordingGroup: asTemplate(jsonOf(recorder.recordingGroup)) };
            }),
        ),
    },
    {
      properties: [],
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(ConfigServiceClient)
            .send(new DescribeConfigurationRecorderStatusCommand({ ConfigurationRecorderNames: [physicalId] }))
            .then(({ ConfigurationRecordersStatus: [status] = [] }) =>
              status?.recording === true ? {} : new Gone('it does not record'),
            ),
        ),
    },
  ],
};

/** Names as templates write them: `AllSupported` for `allSupported`. */
function asTemplate(value: Json): Json {
  if (isJsonList(value)) return value.map(asTemplate);
  if (!isJsonMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [`${key.charAt(0).toUpperCase()}${key.slice(1)}`, asTemplate(item)]),
  );
}

/** Of what was found, what the template speaks of: AWS adds what follows from that. */
function onlySaid(found: Json | undefined, designed: Json | undefined): Json | undefined {
  if (!isJsonMap(found) || !isJsonMap(designed)) return found;
  return Object.fromEntries(Object.keys(designed).map((key) => [key, onlySaid(found[key], designed[key]) ?? null]));
}
