import type { Answer, KeyIdentity, KeyPower, KeyStatement, ReviewKey } from '../../model';
import { KEY_ORIGINS, KEY_POWERS } from '../../model';
import type { PolicyDocument } from '../../proofs/guardrails';
import {
  asBoolean,
  asNumber,
  asText,
  isMadeInStore,
  OneOf,
  Reference,
  STORED_KEY,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../template';
import { accountIdOf, Access, arnOfResource, coversAction, Documents, identitiesOf, whenOf, whoOf } from './access';
import type { Identity } from './access';
import type { ReviewBasis } from './basis';
import { accountOf, placeOf } from './place';
import { usesOf } from './uses';

const KEY = 'AWS::KMS::Key';

/** Actions by which a power shows; an identity has it by the first, a statement gives it by any. */
const ACTIONS: Readonly<Record<KeyPower, readonly [string, ...string[]]>> = {
  administer: ['kms:PutKeyPolicy', 'kms:EnableKeyRotation', 'kms:UpdateAlias'],
  destroy: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
  use: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt'],
  audit: ['kms:GetKeyPolicy', 'kms:DescribeKey'],
};

/** Every key of a unit, with who can do what with it; those too that a function of ours makes in a key store. */
export function keysReview(graph: Graph, basis: ReviewBasis): readonly ReviewKey[] {
  const keys = [...graph.ofType(KEY), ...graph.ofType(STORED_KEY).filter((key) => isMadeInStore(key, graph))];
  if (keys.length === 0) return [];
  const { partition } = basis.profile;
  const documents = new Documents(graph, partition);
  const access = new Access(graph, basis);
  const identities = identitiesOf(graph, partition);
  const aliases = aliasesOf(graph);
  const uses = usesOf(graph, keys, aliases);
  return keys.map((key) => {
    const policy = documents.read(key.properties['KeyPolicy'], 'key policy');
    const own = identities.filter(({ account }) => account === accountIdOf(key));
    const arn = arnOfResource(key, partition) ?? '*';
    return {
      ...placeOf(key, basis.registers),
      ...settingsOf(key),
      aliases: aliases.get(key) ?? [],
      statements: statementsOf(policy),
      identities: own.flatMap((identity) => powersOf(identity, { key: arn, policy }, access, basis)),
      protects: uses.get(key) ?? [],
      unread: policy.unread,
    };
  });
}

type Settings = Pick<
  ReviewKey,
  'description' | 'origin' | 'rotation' | 'rotationDays' | 'multiRegion' | 'usage' | 'pendingDays'
>;

function settingsOf({ properties }: Resource): Settings {
  const description = asText(properties['Description']);
  const usage = asText(properties['KeyUsage']) ?? 'ENCRYPT_DECRYPT';
  const spec = asText(properties['KeySpec']) ?? 'SYMMETRIC_DEFAULT';
  const [rotationDays, pendingDays] = [properties['RotationPeriodInDays'], properties['PendingWindowInDays']].map(
    asNumber,
  );
  const origin = originOf(properties['Origin']);
  const rotates = usage === 'ENCRYPT_DECRYPT' && spec === 'SYMMETRIC_DEFAULT' && origin === 'AWS_KMS';
  return {
    ...(description === undefined ? {} : { description }),
    ...(origin === undefined ? {} : { origin }),
    ...(rotates ? { rotation: answerOf(properties['EnableKeyRotation']) } : {}),
    ...(rotates && rotationDays !== undefined ? { rotationDays } : {}),
    multiRegion: answerOf(properties['MultiRegion']),
    usage,
    ...(pendingDays === undefined ? {} : { pendingDays }),
  };
}

/** Where the material comes from; KMS makes it where nothing is said. */
function originOf(value: Value | undefined): ReviewKey['origin'] {
  const text = value === undefined ? 'AWS_KMS' : asText(value);
  return KEY_ORIGINS.find((origin) => origin === text);
}

/** What is not set is off. */
function answerOf(value: Value | undefined): Answer {
  if (value instanceof Unknown || value instanceof Reference || value instanceof OneOf) return 'unknown';
  return asBoolean(value) === true ? 'yes' : 'no';
}

function statementsOf({ statements }: PolicyDocument): readonly KeyStatement[] {
  return statements.map((statement) => ({
    name: statement.name,
    effect: statement.effect,
    powers: KEY_POWERS.filter((power) => ACTIONS[power].some((action) => coversAction(statement, action))),
    who: whoOf(statement),
    when: whenOf(statement),
  }));
}

interface Subject {
  /** ARN. */
  readonly key: string;
  readonly policy: PolicyDocument;
}

/** Nothing for an identity that can do nothing with the key. */
function powersOf(
  identity: Identity,
  { key, policy }: Subject,
  access: Access,
  { registers }: ReviewBasis,
): readonly KeyIdentity[] {
  const powers = KEY_POWERS.flatMap((power) => {
    const answer = access.may(identity, { action: ACTIONS[power][0], resource: key, policy });
    return answer === 'no' ? [] : [{ power, answer }];
  });
  if (powers.length === 0) return [];
  const account = accountOf(identity.resource.template, registers);
  return [{ name: identity.name, ...(account === undefined ? {} : { account }), powers }];
}

/** Aliases by their keys. */
function aliasesOf(graph: Graph): ReadonlyMap<Resource, readonly string[]> {
  const aliases = new Map<Resource, string[]>();
  for (const key of graph.ofType(STORED_KEY)) {
    const name = asText(key.properties['Alias']);
    if (name !== undefined) aliases.set(key, [name]);
  }
  for (const { properties } of graph.ofType('AWS::KMS::Alias')) {
    const target = properties['TargetKeyId'];
    const key = target instanceof Reference ? graph.follow(target) : undefined;
    const name = asText(properties['AliasName']);
    if (key && name !== undefined) aliases.set(key, [...(aliases.get(key) ?? []), name]);
  }
  return aliases;
}
