import { forSome, not, type Trilean } from '../../model';
import { Elsewhere, holdsForEach, Reference, textStartsWith, type Value } from '../../template';
import { absent, among, anyOf, at, judge, noneOf, property, type Expectation } from '../check';
import { listed, type Rule } from '../rule';

const PATHS: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Method': 'Integration.Uri',
  'AWS::ApiGatewayV2::Integration': 'IntegrationUri',
  'AWS::Events::ApiDestination': 'InvocationEndpoint',
  'AWS::KinesisFirehose::DeliveryStream': 'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url',
};

/** What another resource gives, here or elsewhere, is an ARN or an address that is judged where it is made. */
const encrypted: Expectation = {
  expected: 'no address on HTTP',
  test: (value) => holdsForEach(value, (option) => not(startsPlain(option))),
};

function startsPlain(option: Value | undefined): Trilean {
  if (option instanceof Reference || option instanceof Elsewhere) return false;
  return forSome(['http://', 'HTTP://'], (start) => textStartsWith(option, start));
}

const insideNetwork = anyOf(
  property('ConnectionType', among('VPC_LINK')),
  property('Integration.ConnectionType', among('VPC_LINK')),
);

const subscribed = property('Protocol', noneOf('http'));

/** A backend behind a VPC link is inside the network, and is judged by its listener. */
export const callsToBackendsEncrypted: Rule = {
  id: 'calls-to-backends-encrypted',
  control: 'NET-14',
  message: 'Requests leave for the backend over HTTP.',
  remediation: 'Let the address of the backend begin with https://.',
  types: [...Object.keys(PATHS), 'AWS::SNS::Subscription'],
  scope: 'resource',
  evaluate: (resource, context) => {
    if (resource.type === 'AWS::SNS::Subscription') return subscribed(resource, context);
    const results = listed(insideNetwork(resource, context));
    const found = at(resource.properties, PATHS[resource.type] ?? '').filter(
      ({ value }) => absent.test(value) !== true,
    );
    return results.some(({ status }) => status === 'pass') ? results : judge(found, encrypted);
  },
};
