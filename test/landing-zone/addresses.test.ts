import { serviceAddresses } from '../../lib/landing-zone/addresses';
import { smallConfig } from './support/small-config';

const account = () => {
  const found = smallConfig().accounts.find(({ name }) => name === 'e-services-prod');
  if (!found) throw new Error('the small config has no e-services-prod');
  return found;
};

describe('fixed addresses of a web service', () => {
  test('are its host number in each subnet of its zone', () => {
    expect(serviceAddresses(account(), 'portal')).toEqual(['10.64.32.10', '10.64.33.10', '10.64.34.10']);
  });

  test.each([
    ['a workload that is not there', 'nothing', /expected a web-service named "nothing"/],
    ['a workload of another type', 'portal-db', /expected a web-service named "portal-db"/],
  ])('are refused for %s', (_, name, message) => {
    expect(() => serviceAddresses(account(), name)).toThrow(message);
  });

  test('are refused where no VPC has the zone', () => {
    expect(() => serviceAddresses({ ...account(), vpcs: [] }, 'portal')).toThrow(
      /zone "application", which no VPC has/,
    );
  });
});
