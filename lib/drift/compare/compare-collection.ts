import { createHash } from 'node:crypto';
import { refusalOf } from '../../deploy';
import type { Access } from '../access';
import type { Collection, Member, MemberKind } from '../collection';
import type { Difference } from '../difference';
import { isJsonList, type Json, type JsonMap } from '../json';
import { Open } from '../names/concrete';
import { Gone } from '../reader';
import { READERS_BY_TYPE } from '../readers';
import { canonical, isSame } from './canonical';
import { placeOf, thingOf, type Subject } from './compare-thing';
import { openProperty } from './fits-policy';
import { inlineMembers, type DesignedMember, type DesignedMembers } from './designed-members';

/** Reads the list that AWS keeps for a resource, and tells what of it templates say otherwise, or not at all. */
export async function compareCollection(
  owner: Subject,
  collection: Collection,
  members: DesignedMembers,
  access: Access,
): Promise<Difference[]> {
  const found = await read(owner, collection, access);
  if (found instanceof Gone) {
    // Of a type with a reader, that one tells it.
    if (READERS_BY_TYPE.has(owner.resource.type)) return [];
    return [{ ...placeOf(owner), kind: 'missing', because: found.because }];
  }
  if (typeof found === 'string') {
    const properties = collection.kinds.flatMap(({ inline }) => inline ?? []);
    const own = collection.kinds.flatMap((kind) => members.of(access.account, owner.physicalId, kind));
    const unread = { kind: 'unread', because: found } as const;
    return [
      { ...placeOf(owner), ...unread, properties },
      ...own.map(({ subject, kind }) => ({ ...placeOf(subject), ...unread, properties: kind.key })),
    ];
  }
  return collection.kinds.flatMap((kind) => {
    const inline = inlineMembers(owner, kind);
    if (inline instanceof Open) {
      const because = `cannot be compared: ${inline.reason}`;
      return [{ ...placeOf(owner), kind: 'unread', properties: [], because } as const];
    }
    const designed = [...inline, ...members.of(access.account, owner.physicalId, kind)];
    return compareKind(
      owner,
      kind,
      designed,
      found.filter(({ type }) => type === kind.type),
    );
  });
}

async function read(
  owner: Subject,
  collection: Collection,
  access: Access,
): Promise<readonly Member[] | Gone | string> {
  try {
    return await collection.read(thingOf(owner), access);
  } catch (error) {
    return refusalOf(error).message;
  }
}

function compareKind(
  owner: Subject,
  kind: MemberKind,
  designed: readonly DesignedMember[],
  found: readonly Member[],
): Difference[] {
  const there = new Map(found.map((member) => [keyOf(kind, member.properties), member]));
  const wanted = new Set(designed.map(({ properties }) => keyOf(kind, properties)));
  const own = designed.filter(({ inline }) => inline === undefined);
  return [
    ...own.flatMap((member) => compareMember(owner, member, there.get(keyOf(kind, member.properties)))),
    ...inlineDifference(
      owner,
      kind,
      designed.filter(({ inline }) => inline !== undefined),
      there,
    ),
    ...[...there].filter(([key]) => !wanted.has(key)).map(([key, member]) => unmanaged(owner, member, key)),
  ];
}

function compareMember(
  { physicalId }: Subject,
  { kind, subject, properties, open, own }: DesignedMember,
  found: Member | undefined,
): Difference[] {
  const place = placeOf(subject);
  const owners = properties[kind.owner] ?? null;
  if (!found && isJsonList(owners) && owners.length > 1) {
    const kept = owners.filter((one) => one !== physicalId);
    return [{ ...place, kind: 'differs', property: kind.owner, designed: owners, found: kept }];
  }
  if (!found) return [{ ...place, kind: 'missing' }];
  const [was, is] = [normalOf(kind, properties), normalOf(kind, found.properties)];
  return kind.compared.flatMap((property): Difference[] => {
    const there = found.properties[property] ?? null;
    const reason = open.get(property);
    if (reason !== undefined) {
      const value = subject.resource.properties[property];
      return openProperty(place, { property, value, found: there, reason, isSame: kind.isSame, own });
    }
    if (sameTo(kind)(was[property], is[property])) return [];
    return [{ ...place, kind: 'differs', property, designed: properties[property] ?? null, found: there }];
  });
}

/** What stands inside the owner is a property of it: as a whole it is what is still there. */
function inlineDifference(
  owner: Subject,
  kind: MemberKind,
  designed: readonly DesignedMember[],
  there: ReadonlyMap<string, Member>,
): Difference[] {
  if (kind.inline === undefined) return [];
  const found = designed.flatMap(({ properties }) => {
    const member = there.get(keyOf(kind, properties));
    return member ? [asFound(kind, properties, member)] : [];
  });
  const kept = found.filter((one) => designed.some(({ properties }) => properties === one));
  if (kept.length === designed.length) return [];
  const differs = { kind: 'differs', property: kind.inline, designed: listOf(designed), found } as const;
  return [{ ...placeOf(owner), ...differs }];
}

/** What stands there of a member inside its owner: as it is written, where AWS takes both for the same. */
function asFound(kind: MemberKind, properties: JsonMap, { properties: there }: Member): JsonMap {
  const changed = kind.compared.filter((name) => !sameTo(kind)(properties[name], there[name]));
  if (changed.length === 0) return properties;
  return { ...properties, ...Object.fromEntries(changed.map((name) => [name, there[name] ?? null])) };
}

function unmanaged(owner: Subject, { type, properties }: Member, key: string): Difference {
  const { template } = placeOf(owner);
  const name = `of ${owner.resource.logicalId}`;
  return {
    template,
    logicalId: madeUpId(type, `${owner.physicalId} ${key}`),
    type,
    kind: 'unmanaged',
    properties,
    name,
  };
}

/** The logical id of what is in no template: the same in every run. */
export function madeUpId(type: string, identity: string): string {
  const digest = createHash('sha256').update(identity).digest('hex').slice(0, 12);
  return `Unmanaged${type.split('::').at(-1)}${digest}`;
}

function keyOf(kind: MemberKind, properties: JsonMap): string {
  const normal = normalOf(kind, properties);
  return kind.key.map((name) => `${name}=${canonical(normal[name])}`).join(' ');
}

function sameTo(kind: MemberKind): typeof isSame {
  return kind.isSame ?? isSame;
}

function normalOf({ normal }: MemberKind, properties: JsonMap): JsonMap {
  return normal ? normal(properties) : properties;
}

function listOf(members: readonly DesignedMember[]): Json {
  return members.map(({ properties }) => properties);
}
