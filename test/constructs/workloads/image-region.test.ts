import { App, Stack } from 'aws-cdk-lib';
import { ecrImage } from '../../../constructs/workloads/ecr-image';
import { temporaryFolder } from './workbench';

const stackIn = (region: string) => new Stack(new App({ outdir: temporaryFolder() }), 'S', { env: { region } });
const IMAGE = '123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/app:1';

describe('an image', () => {
  test('of another region than the stack’s is refused', () => {
    expect(() => ecrImage(stackIn('ap-east-1'), IMAGE)).toThrow(
      /in ap-southeast-1 for a stack in ap-east-1; copy the image to a registry in ap-east-1/,
    );
  });

  test('of the same region is read', () => {
    expect(ecrImage(stackIn('ap-southeast-1'), IMAGE)).toEqual({
      uri: IMAGE,
      account: '123456789012',
      region: 'ap-southeast-1',
      repository: 'app',
    });
  });
});
