import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type * as Packs from '../../lib/packs';
import type * as Rules from '../../lib/rules';
import { lenientApp, reportOf } from './support/report';

// The engine falls silent, as cdk-nag does beside a second copy of aws-cdk-lib.
jest.doMock('../../lib/rules', () => ({
  ...jest.requireActual<typeof Rules>('../../lib/rules'),
  evaluateRules: () => [],
}));
const { KeyManagementChecks }: typeof Packs = require('../../lib/packs');

function unencrypted(app: App): App {
  const stack = new Stack(app, 'S');
  new CfnResource(stack, 'Database', { type: 'AWS::RDS::DBInstance', properties: { StorageEncrypted: false } });
  return app;
}

describe('a pack whose engine is silent', () => {
  test('throws, with the remedy', () => {
    const app = unencrypted(new App());
    expect(() => new KeyManagementChecks(app).validateScope(app)).toThrow(
      /^KeyManagement does not evaluate: expected .*, found none .*npm ls lionrock aws-cdk-lib/,
    );
  });

  test('fails synthesis', () => {
    const app = unencrypted(new App());
    Validations.of(app).addPlugins(new KeyManagementChecks(app));
    expect(() => app.synth()).toThrow('KeyManagement does not evaluate');
  });

  test('is a failure in the report', () => {
    const app = unencrypted(lenientApp());
    Validations.of(app).addPlugins(new KeyManagementChecks(app));
    app.synth();
    expect(reportOf(app, 'KeyManagement')).toMatchObject({ conclusion: 'failure', violations: [] });
    expect(reportOf(app, 'KeyManagement')?.metadata?.['error']).toContain('does not evaluate');
  });
});
