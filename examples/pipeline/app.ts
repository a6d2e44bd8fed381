import { App, type AppProps } from 'aws-cdk-lib';
import { PipelineStack } from './pipeline-stack';

/** The pipeline stands in the account of shared services, what it deploys in the department's. */
export function pipelineApp(props: AppProps = {}): App {
  const app = new App(props);
  new PipelineStack(app, 'Pipeline', {
    env: { account: '110000000005', region: 'ap-east-1' },
    target: { account: '110000000061', region: 'ap-east-1' },
  });
  return app;
}

if (require.main === module) pipelineApp().synth();
