import type { NamedSet, Trilean } from '../../../model';
import { givesMetadata, wearsDefaultGroup, type Network, type Place } from '../network';
import { subjectOf, type Subject } from './subject';
import type { Zone } from './zones';

/** What a name of several things stands for. */
export function namedSet(name: NamedSet, network: Network, zones: readonly Zone[]): Subject {
  const sets: Readonly<Record<NamedSet, () => Subject>> = {
    anywhere: () => subjectOf({ ends: zones.flatMap(({ ends }) => ends) }),
    'default-groups': () =>
      chosen(network, wearsDefaultGroup, 'nothing wears a default security group that has rules', (place) => {
        const { reasons } = place.groups;
        return reasons.length > 0 ? reasons : [`which security groups ${place.name} wears is decided at deployment`];
      }),
    'instance-metadata': () =>
      chosen(
        network,
        (place) => givesMetadata(network, place),
        'no instance gives its metadata to programs without a token',
        ({ name: instance }) => [`whether the metadata of ${instance} need a token is decided elsewhere`],
      ),
  };
  return sets[name]();
}

/** Things of which something holds, with those of which it may hold. */
function chosen(
  { places }: Network,
  holds: (place: Place) => Trilean,
  none: string,
  why: (place: Place) => readonly string[],
): Subject {
  const judged = places.map((place) => ({ place, answer: holds(place) }));
  const sure = judged.filter(({ answer }) => answer === true).map(({ place }) => place);
  const open = judged.filter(({ answer }) => answer === 'unknown').map(({ place }) => place);
  if (open.length === 0) return { ...subjectOf({ ends: sure }), none };
  const doubts = [...new Set(open.flatMap(why))];
  return { ...subjectOf({ ends: [...sure, ...open] }), none, doubtful: { sure: subjectOf({ ends: sure }), doubts } };
}
