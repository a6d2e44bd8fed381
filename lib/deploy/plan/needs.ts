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
  { stack: /^hub-routes(-.+)?$/, needs: { capability: /^routing$/ } },
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
  const writers = parameterWriters(stacks);
  const known = new Set(stacks.map(({ id }) => id));
  return new Map(
    stacks.map((stack) => {
      const found = [...stack.dependencies, ...readFrom(stack, writers), ...unwritten(stack, stacks, roleOf)];
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

type Template = { readonly [section: string]: Readonly<Record<string, unknown>> | undefined };

/** Ids travel between accounts as shared parameters: who writes each, by account and name. */
function parameterWriters(stacks: readonly PlannedStack[]): ReadonlyMap<string, string> {
  const writers = new Map<string, string>();
  for (const stack of stacks) {
    for (const resource of Object.values(templateOf(stack)['Resources'] ?? {})) {
      if (textAt(resource, 'Type') !== 'AWS::SSM::Parameter') continue;
      const name = textAt(at(resource, 'Properties'), 'Name');
      if (name !== undefined) writers.set(`${stack.account}:${name}`, stack.id);
    }
  }
  return writers;
}

function readFrom(stack: PlannedStack, writers: ReadonlyMap<string, string>): string[] {
  return Object.values(templateOf(stack)['Parameters'] ?? {}).flatMap((parameter) => {
    const [, account, name] =
      /^arn:[^:]+:ssm:[^:]*:(\d{12}):parameter(\/.+)$/.exec(textAt(parameter, 'Default') ?? '') ?? [];
    return writers.get(`${account}:${name}`) ?? [];
  });
}

function templateOf({ templateFile }: PlannedStack): Template {
  return JSON.parse(readFileSync(templateFile, 'utf8'));
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}
