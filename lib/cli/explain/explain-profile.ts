import type { Fact, Profile, Provenance } from '../../profiles';
import { labelled, type Paint } from '../../report/layout';

const COLUMN = 21;

/** A profile in words: each of its facts with how far it was checked, and what its sources do not state. */
export function explainProfile(profile: Profile, paint: Paint): string[] {
  const { provenance, zones, ceilings, retentionDays, waiverDays } = profile;
  return [
    `${paint.bold(profile.id)}  ${paint.bold(profile.title)}`,
    ...(profile.extends === undefined ? [] : labelled('Extends', profile.extends, 0, COLUMN)),
    ...list('Framework', [profile.framework], provenance.framework),
    ...labelled('Partition', profile.partition, 0, COLUMN),
    ...list('Regions', profile.regions, provenance.regions),
    ...list('Classification', profile.classification.levels, provenance.classification),
    ...Object.entries(ceilings).flatMap(([model, fact]) => single(`Most ${SHORT[model] ?? model}`, fact)),
    ...single('Personal data', profile.personalDataLevel),
    ...list(
      'Zones',
      zones.map(({ name, internetFacing }) => (internetFacing ? `${name} (faces the internet)` : name)),
      provenance.zones,
    ),
    ...Object.entries(retentionDays).flatMap(([kind, fact]) => single(`Logs ${kind}`, fact, ' days')),
    ...Object.entries(waiverDays).flatMap(([severity, fact]) => single(`Waivers ${severity}`, fact, ' days')),
    ...labelled('Time zone', `${profile.timeZone} (ours)`, 0, COLUMN),
    ...labelled('Types absent', absent(profile), 0, COLUMN),
    ...profile.notes.flatMap((note, index) => labelled(index === 0 ? 'Notes' : '', note, 0, COLUMN)),
  ];
}

const SHORT: Readonly<Record<string, string>> = {
  'outsourced-private': 'outsourced-priv.',
  'in-house-private': 'in-house-private',
};

function single(name: string, { value, ...from }: Fact<string | number>, unit = ''): string[] {
  return list(name, value === undefined ? [] : [`${value}${unit}`], from);
}

function list(name: string, values: readonly string[], { status, source }: Provenance): string[] {
  const text = values.length === 0 ? 'not stated' : `${values.join(', ')} (${status}: ${source})`;
  return labelled(name, text, 0, COLUMN);
}

function absent({ regions, absentTypes }: Profile): string {
  const counts = regions.map((region) => `${region} ${absentTypes[region]?.size ?? 'not known'}`);
  return `${counts.join(', ')} (types of CloudFormation that a region does not publish)`;
}
