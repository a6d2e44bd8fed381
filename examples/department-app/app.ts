import { App, type AppProps } from 'aws-cdk-lib';
import { LionrockDefaults } from '../../constructs/residency';
import { profileById } from '../../lib/profiles';
import { PermitStack } from './permit-stack';

/** A department's app, as it was before; the one line of Lionrock is the call of `LionrockDefaults.of`. */
export function departmentApp(props: AppProps = {}): App {
  const app = new App(props);
  LionrockDefaults.of(app, profileById('hk-s17'), { department: 'permits' });
  new PermitStack(app, 'Permits', { env: { account: '110000000061', region: 'ap-east-1' } });
  return app;
}

if (require.main === module) departmentApp().synth();
