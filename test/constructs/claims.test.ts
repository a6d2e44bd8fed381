import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { claimFlow, claimMarker, claimsOf, claimTransfer } from '../../constructs/claims';
import { CLAIMS_METADATA_KEY, claimsSchema, type Flow, type LandingZoneMarker, type Transfer } from '../../lib/model';

const flow = (id: string): Flow => ({
  id,
  from: 'application',
  to: 'data',
  protocol: 'tcp',
  ports: [5432],
  reason: 'The portal reads its content',
});

const marker: LandingZoneMarker = {
  landingZone: 'small',
  profile: 'hk-s17',
  deploymentModel: 'public',
  account: 'e-services-prod',
  classification: 'UNCLASSIFIED',
  personalData: false,
  systemTier: 2,
  capability: 'network',
};

const transfer: Transfer = {
  id: 'weather-feed',
  data: 'Weather observations',
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  to: 'CN-GD',
  mechanism: 'HTTPS push',
  legalBasis: 'B/D consent',
  approver: 'Departmental IT Security Officer',
  start: '2026-01-01',
  expires: '2027-01-01',
};

const metadata = (stack: Stack): unknown => Template.fromStack(stack).toJSON()['Metadata'][CLAIMS_METADATA_KEY];

test('marker, flows and transfers stand together under one key of the template, by the schema of the registers', () => {
  const stack = new Stack(new App(), 'S');
  claimFlow(stack, flow('a-flow'));
  claimMarker(stack, marker);
  claimTransfer(stack, transfer);
  expect(claimsSchema.parse(metadata(stack))).toEqual({ marker, flows: [flow('a-flow')], transfers: [transfer] });
  expect(claimsOf(stack)).toEqual(claimsSchema.parse(metadata(stack)));
});

test('the order of declarations does not change the template', () => {
  const written = [
    ['b-flow', 'a-flow'],
    ['a-flow', 'b-flow'],
  ].map((ids) => {
    const stack = new Stack(new App(), 'S');
    for (const id of ids) claimFlow(stack, flow(id));
    return metadata(stack);
  });
  expect(written[0]).toEqual(written[1]);
});

test('a claim made twice in the same words is one claim', () => {
  const stack = new Stack(new App(), 'S');
  claimFlow(stack, flow('a-flow'));
  claimFlow(stack, flow('a-flow'));
  claimMarker(stack, marker);
  claimMarker(stack, { ...marker });
  expect(claimsOf(stack).flows).toHaveLength(1);
});

test('a claim belongs to the template in which its construct stands', () => {
  const stack = new Stack(new App(), 'S');
  const nested = new NestedStack(stack, 'N');
  claimFlow(nested, flow('a-flow'));
  expect(claimsOf(stack)).toEqual({});
  expect(claimsOf(nested).flows).toHaveLength(1);
});

test.each<[string, (stack: Stack) => void, RegExp]>([
  [
    'a short reason',
    (stack) => claimFlow(stack, { ...flow('a-flow'), reason: 'needed' }),
    /\[S\] invalid flow: reason: .*"needed"/,
  ],
  ['a malformed id', (stack) => claimFlow(stack, flow('A flow')), /invalid flow: id/],
  [
    'a malformed end',
    (stack) => claimFlow(stack, { ...flow('a-flow'), expires: 'next year' }),
    /invalid flow: expires/,
  ],
  [
    'one id, two contents',
    (stack) => {
      claimFlow(stack, flow('a-flow'));
      claimFlow(stack, { ...flow('a-flow'), ports: [443] });
    },
    /flow "a-flow" is declared twice in one template with different contents.*another id/,
  ],
  [
    'a marker that does not fit',
    (stack) => claimMarker(stack, { ...marker, systemTier: 7 }),
    /invalid landing-zone marker: systemTier/,
  ],
  [
    'two markers',
    (stack) => {
      claimMarker(stack, marker);
      claimMarker(stack, { ...marker, account: 'other' });
    },
    /already marked as .*e-services-prod.*second marker .*other/,
  ],
])('%s is refused', (_, claim, message) => {
  expect(() => claim(new Stack(new App(), 'S'))).toThrow(message);
});
