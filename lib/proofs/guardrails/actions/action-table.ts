import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A condition key of a service, as its documentation spells it, with the type of its values. */
export interface ConditionKey {
  /** `kms:ViaService`; a part that the user chooses stands in braces: `aws:RequestTag/${TagKey}`. */
  readonly name: string;
  /** `String`, `ARN`, `Bool`, `Numeric`, `Date`, `IPAddress`, or one of them after `ArrayOf`. */
  readonly type: string;
}

/** What an action may be allowed on. */
export interface ResourceType {
  readonly name: string;
  /** Its forms, with what differs in braces: `arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}`. */
  readonly arns: readonly string[];
}

/** An action of the AWS service authorization reference. */
export interface Action {
  /** As documented: `kms:CreateKey`. Policies match it in any case. */
  readonly name: string;
  readonly service: string;
  /** `List`, `Read`, `Write`, `Tagging, Write` or `Permissions management, Write`. */
  readonly level: string;
  /** Types of resources of which it needs one each. */
  readonly needed: readonly ResourceType[];
  /** Types of resources that it may take. Without any type, policies name its resource by `*` only. */
  readonly optional: readonly ResourceType[];
  /** Keys of its own and of its resources; keys that every request carries are not among them. */
  readonly keys: readonly ConditionKey[];
}

interface RawService {
  readonly keys: readonly (readonly [string, string])[];
  readonly resources: readonly (readonly [string, string, readonly number[]])[];
  /** Level, resource types that it needs, others, keys, names. */
  readonly actions: readonly (readonly [string, readonly number[], readonly number[], readonly number[], string])[];
}

interface RawTable {
  readonly source: string;
  readonly resourceControlled: readonly string[];
  readonly services: Readonly<Record<string, RawService>>;
}

let raw: RawTable | undefined;

/** The table that the build makes of the IAM data set (tools/action-table.mjs); read when it is first needed. */
function table(): RawTable {
  // Read and not imported: types are checked without a build, and most commands never need it.
  raw ??= JSON.parse(readFileSync(join(__dirname, 'table.json'), 'utf8')) as RawTable;
  return raw;
}

let all: readonly Action[] | undefined;

/** Every action of every service, some 22,000. */
export function allActions(): readonly Action[] {
  all ??= Object.entries(table().services).flatMap(([service, content]) => actionsOf(service, content));
  return all;
}

function actionsOf(service: string, { actions, keys, resources }: RawService): readonly Action[] {
  const conditionKeys = keys.map(([name, type]): ConditionKey => ({ name, type }));
  const types = resources.map(([name, arns]): ResourceType => ({ name, arns: arns.split(', ') }));
  return actions.flatMap(([level, needed, optional, ownKeys, names]) => {
    const keyNumbers = new Set([
      ...ownKeys,
      ...[...needed, ...optional].flatMap((index) => resources[index]?.[2] ?? []),
    ]);
    const shared = {
      service,
      level,
      needed: needed.flatMap((index) => types[index] ?? []),
      optional: optional.flatMap((index) => types[index] ?? []),
      keys: [...keyNumbers].flatMap((index) => conditionKeys[index] ?? []),
    };
    return names.split(' ').map((name): Action => ({ name: `${service}:${name}`, ...shared }));
  });
}

/** Actions of a service by name in lower case, of the services that were asked for. */
const byName = new Map<string, ReadonlyMap<string, Action>>();

/** The action of a name, in any case. */
export function actionNamed(name: string): Action | undefined {
  const lower = name.toLowerCase();
  const service = lower.slice(0, lower.indexOf(':'));
  const known = byName.get(service) ?? namesOf(service);
  byName.set(service, known);
  return known.get(lower);
}

function namesOf(service: string): ReadonlyMap<string, Action> {
  const actions = allActions().filter((action) => action.service === service);
  return new Map(actions.map((action) => [action.name.toLowerCase(), action]));
}

let controlled: ReadonlySet<string> | undefined;

/**
 * Whether resource control policies bind an action (AWS Organizations user guide, orgs_manage_policies_rcps): those of some
 * services, but for one. @param action In any case; a service alone stands for its actions.
 */
export function isResourceControlled(action: string): boolean {
  controlled ??= new Set(table().resourceControlled);
  const lower = action.toLowerCase();
  return controlled.has(lower.split(':', 1)[0] ?? '') && lower !== 'kms:retiregrant';
}
