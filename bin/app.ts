#!/usr/bin/env node
// Entry of the standard CDK command line (cdk.json): the config that LIONROCK_CONFIG names becomes the app.
import { appFromFile } from '../lib/landing-zone';

const EXAMPLE = 'examples/hk-government/landing-zone.yaml';

try {
  appFromFile(process.env['LIONROCK_CONFIG'] ?? EXAMPLE).synth();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
