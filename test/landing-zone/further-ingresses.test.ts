import { landingZoneSchema, networkGrowth } from '../../lib/config';
import { networkResources } from './support/network-stacks';
import { smallInput } from './support/small-config';

function withFurther() {
  const input = smallInput();
  const { ingress } = input.network;
  if (!ingress) throw new Error('the small config has an ingress');
  const [first] = ingress.publish ?? [];
  if (!first) throw new Error('the small config publishes something');
  input.network.furtherIngresses = [
    { ...ingress, name: 'payments', publish: [{ ...first, hostname: 'www.payments.example.gov.hk' }] },
  ];
  return input;
}

test('each way in has a stack, a load balancer and rules of its own, and moves no other', () => {
  const [before, after] = [networkResources(smallInput()), networkResources(withFurther())];
  for (const [key, resource] of before) expect([key, after.get(key)]).toEqual([key, resource]);
  const added = [...after].filter(([key]) => !before.has(key));
  expect(added.every(([key]) => key.startsWith('network network/ingress-payments '))).toBe(true);
  const of = (type: string) => added.filter(([, { Type }]) => Type === type).map(([, { Properties }]) => Properties);
  expect(of('AWS::ElasticLoadBalancingV2::LoadBalancer')).toHaveLength(1);
  expect(of('AWS::WAFv2::WebACL')).toMatchObject([{ Name: 'small-ingress-payments' }]);
  expect(JSON.stringify(of('AWS::ElasticLoadBalancingV2::ListenerRule'))).toContain('www.payments.example.gov.hk');
});

test('each counts against its own quotas', () => {
  const { limits } = networkGrowth(landingZoneSchema.parse(withFurther()), 10);
  const rules = limits.filter(({ what }) => what.startsWith('rules of the load balancer'));
  expect(rules.map(({ what, used }) => [what, used])).toEqual([
    ['rules of the load balancer of the way in', 1],
    ['rules of the load balancer of the way in "payments"', 1],
  ]);
});
