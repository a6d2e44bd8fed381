import { App } from 'aws-cdk-lib';
import type { LandingZoneConfig } from '../config';
import type { Profile } from '../profiles';
import { AccountStage } from './account-stage';
import { Names } from './names';

export interface LandingZoneAppProps {
  readonly config: LandingZoneConfig;
  readonly profile: Profile;
  /** Folder of the config file: relative paths in the config start here. */
  readonly configFolder: string;
  /** Where the cloud assembly goes. @default the one that the CDK command line asks for, else a temporary folder */
  readonly outdir?: string;
  /** Build the stage of this account alone. @default all accounts */
  readonly account?: string;
}

/**
 * Context that makes an account's stage come out the same, byte for byte, alone and as part of the whole:
 * references between stacks are strong whatever else is in the app, and no absolute path reaches the metadata.
 */
const REPRODUCIBLE = {
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  'aws:cdk:disable-stack-trace': true,
  'aws:cdk:disable-creation-stack-traces': true,
};

/**
 * The landing zone as a CDK app: one stage for each account, nothing shared between stages but the config.
 * @throws Error when `account` is not an account of the config.
 */
export function landingZoneApp(props: LandingZoneAppProps): App {
  const { config, profile, configFolder, account: only, outdir } = props;
  const names = new Names(config, profile);
  const accounts = only === undefined ? config.accounts : [names.account(only)];
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: false,
    context: REPRODUCIBLE,
    ...(outdir === undefined ? {} : { outdir }),
  });
  for (const account of accounts) new AccountStage(app, { config, profile, names, account, configFolder });
  dropTraces(app);
  return app;
}

/** Acknowledgements carry stack traces whatever the context says, and with them absolute paths. */
function dropTraces(app: App): void {
  for (const { node } of app.node.findAll()) {
    for (const entry of node.metadata) Reflect.deleteProperty(entry, 'trace');
  }
}
