import { at, judge, noneOf } from '../check';
import { listed, type Rule } from '../rule';
import { keepsHome } from './keeps-home';

const inside = noneOf('http', 'https', 'sms', 'application');

/**
 * E-mail counts as inside: it carries alerts to people, and its address is confirmed by them. http carries
 * messages in plain text, https to a host that no list names, sms over foreign networks. A transfer lets them.
 */
export const subscriptionEndpointListed: Rule = {
  id: 'subscription-endpoint-listed',
  control: 'RES-13',
  severity: 'medium',
  message:
    'Messages leave AWS for a web address or a text message, unencrypted on the way or to whoever holds the number.',
  remediation: 'Subscribe a queue or a function, and let it call out through the inspected egress.',
  types: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const found =
      resource.type === 'AWS::SNS::Topic'
        ? at(resource.properties, 'Subscription[].Protocol')
        : at(resource.properties, 'Protocol');
    const results = judge(found, inside);
    if (results.every(({ status }) => status !== 'fail')) return results;
    const declared = listed(keepsHome('subscriptions')(resource, context));
    return declared.every(({ status }) => status === 'pass') ? declared : results;
  },
};
