import { z } from 'zod';
import {
  profileById,
  profileExtensionSchema,
  PROFILE_IDS,
  type Fact,
  type Profile,
  type Provenance,
} from '../../lib/profiles';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*');

function status({ status: word, source }: Provenance): string {
  return `${word}: ${cell(source)}`;
}

function factRow(name: string, fact: Fact<string | number>, unit = ''): string {
  return `| ${name} | ${fact.value === undefined ? 'not stated' : `${fact.value}${unit}`} | ${status(fact)} |`;
}

function listRow(name: string, values: readonly string[], from: Provenance): string {
  return `| ${name} | ${values.length === 0 ? 'not stated' : values.map(cell).join(', ')} | ${status(from)} |`;
}

function section(profile: Profile): string {
  const { provenance, ceilings, retentionDays, waiverDays } = profile;
  const rows = [
    listRow('Framework', [profile.framework], provenance.framework),
    `| Partition | ${profile.partition} | |`,
    listRow('Regions', profile.regions, provenance.regions),
    listRow('Classification', profile.classification.levels, provenance.classification),
    ...Object.entries(ceilings).map(([model, fact]) => factRow(`Ceiling, ${model}`, fact)),
    factRow('Personal data', profile.personalDataLevel),
    ...(profile.ownKeysFrom ? [factRow('Keys of its own from', profile.ownKeysFrom)] : []),
    ...(profile.mfaFrom ? [factRow('MFA from', profile.mfaFrom)] : []),
    listRow(
      'Zones',
      profile.zones.map(({ name }) => name),
      provenance.zones,
    ),
    ...Object.entries(retentionDays).map(([kind, fact]) => factRow(`Logs, ${kind}`, fact, ' days')),
    ...Object.entries(waiverDays).map(([severity, fact]) => factRow(`Waivers, ${severity}`, fact, ' days')),
  ];
  return [
    `## ${profile.id}`,
    `${profile.title}.${profile.extends === undefined ? '' : ` Over ${profile.extends}.`}`,
    `| Fact | Value | Status |\n| --- | --- | --- |\n${rows.join('\n')}`,
    profile.notes.map((note) => `- ${cell(note)}`).join('\n'),
  ].join('\n\n');
}

function overviewRow({ id, title, partition, regions, framework, provenance }: Profile): string {
  return `| [${id}](#${id}) | ${cell(title)} | ${partition} | ${regions.join(', ')} | ${cell(framework)} | ${provenance.framework.status} |`;
}

function page(): string {
  const profiles = PROFILE_IDS.map(profileById);
  const head =
    '| Profile | Jurisdiction | Partition | Regions | Framework | Status |\n| --- | --- | --- | --- | --- | --- |';
  return [
    '# Profiles',
    'Generated from `lib/profiles`. A status says how far a fact was checked; what the sources do not state is filled in by the organisation ([profiles.md](../profiles.md)).',
    `${head}\n${profiles.map(overviewRow).join('\n')}`,
    ...profiles.map(section),
  ].join('\n\n');
}

/** The page with the facts of the built-in profiles, and the schema of an organisation's own. */
export function profilesDocs(): Record<string, string> {
  return {
    'docs/generated/profiles.md': page(),
    'docs/generated/profile.schema.json': `${JSON.stringify(z.toJSONSchema(profileExtensionSchema, { io: 'input' }), null, 2)}\n`,
  };
}
