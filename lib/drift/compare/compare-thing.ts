import { refusalOf } from '../../deploy';
import type { Resource, Value } from '../../template';
import type { Access } from '../access';
import type { Difference } from '../difference';
import type { Json, JsonMap } from '../json';
import { concrete, Open, type Parameters } from '../names/concrete';
import { Gone, type Facet, type Reader, type Thing } from '../reader';
import { isSame } from './canonical';
import { openProperty } from './fits-policy';

/** A resource of a template beside its place in an account. */
export interface Subject {
  readonly resource: Resource;
  /** Path of its template, from the folder of the assembly. */
  readonly template: string;
  readonly physicalId: string;
  readonly parameters: Parameters;
  /** Policies that attach themselves to it, by their own templates: ARNs. */
  readonly attachedBy: readonly string[];
}

/** Reads one resource, and tells where it is not what its template says. */
export async function compareThing(subject: Subject, { facets }: Reader, access: Access): Promise<Difference[]> {
  const thing = thingOf(subject);
  const found: Difference[] = [];
  for (const facet of facets) {
    const answer = await read(facet, thing, access);
    if (answer instanceof Gone) return [{ ...placeOf(subject), kind: 'missing', because: answer.because }];
    if (typeof answer === 'string') {
      found.push({ ...placeOf(subject), kind: 'unread', properties: facet.properties, because: answer });
      continue;
    }
    for (const property of facet.properties) {
      found.push(...compareProperty(subject, facet, property, answer, access.account));
    }
  }
  return found;
}

/** What every difference of a resource says. */
export function placeOf({ resource, template }: Pick<Subject, 'resource' | 'template'>) {
  const { logicalId, type, constructPath } = resource;
  return { template, logicalId, type, ...(constructPath === undefined ? {} : { constructPath }) };
}

export function thingOf({ resource, physicalId, parameters, attachedBy }: Subject): Thing {
  const { type, logicalId, properties } = resource;
  const designed = (property: string): Json | undefined => known(properties[property], parameters);
  return { type, logicalId, physicalId, designed, attachedBy };
}

function known(value: Value | undefined, parameters: Parameters): Json | undefined {
  const made = concrete(value, parameters);
  return made instanceof Open ? undefined : (made ?? undefined);
}

/** @returns why it could not be read, where it could not */
async function read(facet: Facet, thing: Thing, access: Access): Promise<JsonMap | Gone | string> {
  try {
    return await facet.read(thing, access);
  } catch (error) {
    return refusalOf(error).message;
  }
}

function compareProperty(
  subject: Subject,
  facet: Facet,
  property: string,
  answer: JsonMap,
  account: string,
): Difference[] {
  const found = answer[property] ?? null;
  const designed = concrete(subject.resource.properties[property], subject.parameters);
  const place = placeOf(subject);
  if (designed instanceof Open) {
    const { parameters, resource } = subject;
    const value = resource.properties[property];
    const { reason } = designed;
    return openProperty(place, { property, value, found, reason, isSame: facet.isSame, own: { parameters, account } });
  }
  const { isSame: same = isSame } = facet;
  const isGood = designed === null ? isUsual(facet, property, found) : same(designed, found);
  return isGood ? [] : [{ ...place, kind: 'differs', property, designed, found }];
}

/** Whether what was found is what holds where the template says nothing. */
function isUsual({ isSame: same = isSame, unsaid }: Facet, property: string, found: Json): boolean {
  if (unsaid === 'anything') return true;
  const usual = unsaid?.[property];
  return usual === undefined ? same(null, found) : found === null || same(usual, found);
}
