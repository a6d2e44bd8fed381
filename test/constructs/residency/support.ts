import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ResidencyBoundary, type ResidencyBoundaryProps } from '../../../constructs/residency';
import { profileById } from '../../../lib/profiles';

/** What the boundary of the examples holds: public information on a public cloud. */
export const BOUNDARY: ResidencyBoundaryProps = {
  profile: profileById('hk-s17'),
  deploymentModel: 'public',
  classification: 'UNCLASSIFIED',
  personalData: false,
};

const folders: string[] = [];

/** An app whose assembly is removed after the tests of the file. */
export function temporaryApp(): App {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-residency-'));
  folders.push(outdir);
  return new App({ outdir });
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What the boundary finds around a stack in Hong Kong that `build` filled. */
export function problemsOf(
  build: (stack: Stack) => void,
  props: Partial<ResidencyBoundaryProps> = {},
): readonly string[] {
  const stack = new Stack(temporaryApp(), 'Test', { env: { account: '123456789012', region: 'ap-east-1' } });
  build(stack);
  return ResidencyBoundary.of(stack, { ...BOUNDARY, ...props }).problems();
}
