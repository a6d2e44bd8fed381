import { Stack, Stage } from 'aws-cdk-lib';
import { landingZoneApp } from '../../lib/landing-zone';
import { profileById } from '../../lib/profiles';
import { unacknowledged } from '../support/compliance';
import { exampleConfig } from './support/assemble';

const { config, folder } = exampleConfig();

describe('cdk-nag’s packs on the templates of the example', () => {
  test.each(config.accounts.map(({ name }) => name))(
    'find nothing in %s that is not acknowledged with a reason',
    (account) => {
      const app = landingZoneApp({ config, profile: profileById(config.profile), configFolder: folder, account });
      const stacks = app.node.children
        .filter((child): child is Stage => Stage.isStage(child))
        .flatMap((stage) => stage.node.children.filter((child): child is Stack => Stack.isStack(child)));
      expect(stacks.length).toBeGreaterThan(1);
      expect(stacks.flatMap(unacknowledged)).toEqual([]);
    },
  );
});
