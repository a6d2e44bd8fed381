// Condenses the CDK's list of CloudFormation's resource types into the one that the gate reads. Run by the build, and by jest
// where the list is missing or older than the CDK.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const RESOURCE_TYPES = 'lib/gate/resource-types.json';
const PACKAGE = dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));
// Names each type for which there is a resource schema, with its class.
const LIST = join(PACKAGE, 'cloudformation-include/cfn-types-2-classes.json');

/** Writes the list where it is missing or older than what it is made of. */
export function writeResourceTypes() {
  const target = join(root, RESOURCE_TYPES);
  const sources = [LIST, fileURLToPath(import.meta.url)];
  if (existsSync(target) && sources.every((path) => statSync(path).mtimeMs <= statSync(target).mtimeMs)) return;
  writeFileSync(target, `${JSON.stringify(condensed())}\n`);
}

/** Names of types by provider and service: `"AWS::SQS": "Queue QueueInlinePolicy QueuePolicy"`. */
function condensed() {
  const { name, version, license } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const services = {};
  for (const type of Object.keys(JSON.parse(readFileSync(LIST, 'utf8'))).toSorted()) {
    const [provider, service, resource] = type.split('::');
    const key = `${provider}::${service}`;
    services[key] = services[key] === undefined ? resource : `${services[key]} ${resource}`;
  }
  return { source: `resource schemas of ${name} ${version} (${license})`, services };
}
