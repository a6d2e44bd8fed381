import { Organizations } from '@aws-sdk/client-organizations';
import { customResource, type ResourceRequest, type RunContext } from '../custom-resource';
import { responseWays } from '../response-ways';
import { enrolment, type BaselineEvent } from './enrolment';
import { SETTINGS } from './own-settings';
import { MEMBER_SERVICES } from './services';
import { settings } from './settings';

const organizations = new Organizations();

const set = customResource(
  settings((name) => SETTINGS[name]),
  responseWays,
);

const enrol = enrolment({
  serviceOf: (name) => MEMBER_SERVICES[name]?.(),
  emailOf: async (accountId) => {
    const email = (await organizations.describeAccount({ AccountId: accountId })).Account?.Email;
    if (email === undefined) throw new Error(`the organisation has no account ${accountId}`);
    return email;
  },
});

/** Sets detection for the organisation as a custom resource, and takes accounts as members when they report. */
export const handler = (event: ResourceRequest | BaselineEvent, context: RunContext): Promise<void> =>
  'RequestType' in event ? set(event, context) : enrol(event);
