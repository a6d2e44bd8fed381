import { present, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { isNamed, sessionSettings } from './session-settings';

/** Off unless a bucket or a log group is named. */
export const sessionsLogged: Rule = {
  id: 'sessions-logged',
  control: 'LOG-06',
  severity: 'medium',
  message: 'Nobody records what is done in sessions on instances.',
  remediation: 'Name cloudWatchLogGroupName or s3BucketName in the inputs of the document.',
  types: ['AWS::SSM::Document'],
  scope: 'resource',
  evaluate: (resource) => {
    const setting = sessionSettings(resource);
    if (!setting) return NOT_APPLICABLE;
    const stores = ['cloudWatchLogGroupName', 's3BucketName'].map(setting);
    const named = stores.find(({ value }) => present.test(value) === true) ?? stores.find(isNamed);
    return judge([named ?? { path: 'Content.inputs', value: undefined }], present);
  },
};
