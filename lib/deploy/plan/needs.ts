import { readFileSync } from 'node:fs';
import type { LandingZoneConfig } from '../../config';
import type { PlannedStack } from './planned-stack';

type Role = LandingZoneConfig['accounts'][number]['role'];

/** Where in the landing zone a stack is: the role of its account, as the config has it. */
export type RoleOf = (stack: PlannedStack) => Role | undefined;

interface Place {
  readonly role?: Role;
  readonly capability: RegExp;
}

/** What one stack needs of another in a way that no template says: AWS refuses the one before the other stands. */
const UNWRITTEN: readonly { readonly stack: RegExp; readonly needs: Place }[] = [
  // The hub must have accepted the attachment.
  { stack: /^hub-routes(-.+)?$/, needs: { capability: /^routing(-\d+)?$/ } },
  // AWS Config and CloudTrail try the bucket, log groups the destination.
  { stack: /^(logging|trail|baseline|baseline-delivery)$/, needs: { capability: /^log-archive$/ } },
  // An account gathers for the others once it is their administrator.
  {
    stack: /^(aggregation|detection-administration)$/,
    needs: { role: 'management', capability: /^(administration|detection)$/ },
  },
];

/** The stacks that each stack needs, by id: what the assembly says, what passes between accounts, what AWS asks for. */
export function needsOf(stacks: readonly PlannedStack[], roleOf: RoleOf): ReadonlyMap<string, ReadonlySet<string>> {
  const parameters = stacks.map((stack) => ({ stack, ...parametersOf(stack) }));
  const writers = new Map(parameters.flatMap(({ stack, written }) => written.map((key) => [key, stack.id] as const)));
  const known = new Set(stacks.map(({ id }) => id));
  return new Map(
    parameters.map(({ stack, read }) => {
      const writing = read.flatMap((key) => writers.get(key) ?? []);
      const found = [...stack.dependencies, ...writing, ...unwritten(stack, stacks, roleOf)];
      return [stack.id, new Set(found.filter((id) => id !== stack.id && known.has(id)))] as const;
    }),
  );
}

function unwritten(stack: PlannedStack, stacks: readonly PlannedStack[], roleOf: RoleOf): string[] {
  const places = UNWRITTEN.filter(({ stack: pattern }) => pattern.test(stack.capability)).map(({ needs }) => needs);
  return places.flatMap(({ role, capability }) =>
    stacks
      .filter((other) => capability.test(other.capability) && (role === undefined || roleOf(other) === role))
      .map(({ id }) => id),
  );
}

/** Ids travel between accounts as shared parameters: those of a stack, by account and name. */
interface Parameters {
  readonly written: readonly string[];
  readonly read: readonly string[];
}

function parametersOf({ account, templateFile }: PlannedStack): Parameters {
  const template: { readonly [section: string]: Readonly<Record<string, unknown>> | undefined } = JSON.parse(
    readFileSync(templateFile, 'utf8'),
  );
  const written = Object.values(template['Resources'] ?? {}).flatMap((resource) => {
    if (textAt(resource, 'Type') !== 'AWS::SSM::Parameter') return [];
    const name = textAt(at(resource, 'Properties'), 'Name');
    return name === undefined ? [] : [`${account}:${name}`];
  });
  const read = Object.values(template['Parameters'] ?? {}).flatMap((parameter) => {
    const [, owner, name] =
      /^arn:[^:]+:ssm:[^:]*:(\d{12}):parameter(\/.+)$/.exec(textAt(parameter, 'Default') ?? '') ?? [];
    return name === undefined ? [] : [`${owner}:${name}`];
  });
  return { written, read };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}
