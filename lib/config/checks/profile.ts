import {
  extendProfile,
  extensionProblems,
  PROFILE_IDS,
  profileById,
  type Profile,
  type ProfileExtension,
} from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import { reference, type Named } from './reference';

const BUILT_IN: readonly Named[] = PROFILE_IDS.map((name) => ({ name }));

/** The profile is one that is known, and those of the organisation may stand. */
export function profileProblems(config: LandingZoneConfig): readonly ProblemDraft[] {
  const own = config.profiles.map(({ id }, index): Named => ({ name: id, path: ['profiles', index, 'id'] }));
  return [
    ...reference(['profile'], config.profile, 'a profile', [...BUILT_IN, ...own], 'write the name of a known profile'),
    ...config.profiles.flatMap((extension, index) => extensionDrafts(extension, ['profiles', index])),
    ...repeated(own),
  ];
}

/** What is wrong with one profile of the organisation. */
export function extensionDrafts(extension: ProfileExtension, path: Path): readonly ProblemDraft[] {
  const taken = PROFILE_IDS.includes(extension.id)
    ? [
        {
          path: [...path, 'id'],
          message: `"${extension.id}" is a built-in profile`,
          expected: 'an id of your own',
          remedy: `call it for example my-${extension.id}`,
        },
      ]
    : [];
  const base = [...path, 'extends'];
  const unknown = reference(base, extension.extends, 'a built-in profile', BUILT_IN, 'write the name of one');
  if (unknown.length > 0) return [...taken, ...unknown];
  const problems = extensionProblems(profileById(extension.extends), extension).map((problem) => ({
    ...problem,
    path: [...path, ...problem.path],
    dependsOn: [base],
  }));
  return [...taken, ...problems];
}

function repeated(own: readonly Named[]): readonly ProblemDraft[] {
  return own.flatMap(({ name, path = [] }, index) => {
    const first = own.findIndex((other) => other.name === name);
    if (first === index) return [];
    const related = [['profiles', first, 'id']];
    return [
      { path, message: `two profiles are called "${name}"`, expected: 'an id each', remedy: 'rename one', related },
    ];
  });
}

/** The profile that a config names: built in, or its own; undefined when there is none, or its own may not stand. */
export function profileOf({
  profile: id,
  profiles,
}: Pick<LandingZoneConfig, 'profile' | 'profiles'>): Profile | undefined {
  if (PROFILE_IDS.includes(id)) return profileById(id);
  const extension = profiles.find((each) => each.id === id);
  return extension && extensionDrafts(extension, []).length === 0
    ? extendProfile(profileById(extension.extends), extension)
    : undefined;
}
