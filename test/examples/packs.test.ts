import { App } from 'aws-cdk-lib';
import { checkedApp } from '../../examples/packs/checked-app';
import { reportOf } from '../packs/support/report';

test('the example of the packs is judged, and its exception is listed with its reason', () => {
  const app = new App();
  checkedApp(app);
  app.synth();
  expect(reportOf(app, 'HongKongGovernment')).toMatchObject({
    conclusion: 'success',
    violations: [],
    suppressedViolations: [
      {
        ruleName: 'HongKongGovernment-bucket-access-logged',
        reason: 'Holds copies of published data only; CloudTrail data events record who writes',
        violatingConstructs: [{ constructPath: 'OpenData/Published/Resource' }],
      },
    ],
  });
});
