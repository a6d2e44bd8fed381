import { DEPLOYMENT_MODELS } from '../../model';
import type { Fact, Profile } from '../profile';
import type { ExtensionProblem } from './problem';
import type { ProfileExtension } from './schema';

/** Levels are filled in, never changed; ceilings go down and the lowest level of personal data goes up. */
export function levelProblems(base: Profile, extension: ProfileExtension): readonly ExtensionProblem[] {
  const { ceilings = {}, personalDataLevel } = extension;
  const levels = extension.levels ?? base.classification.levels;
  const scheme = schemeProblems(base, extension.levels);
  if (scheme.length > 0) return scheme;
  return [
    ...DEPLOYMENT_MODELS.flatMap((model) => {
      const value = ceilings[model];
      const what = { path: ['ceilings', model], name: `the ceiling of ${model}`, stated: base.ceilings[model] };
      return value === undefined ? [] : bounded(what, value, levels, base, 'or lower');
    }),
    ...(personalDataLevel === undefined
      ? []
      : bounded(
          { path: ['personalDataLevel'], name: 'the lowest level of personal data', stated: base.personalDataLevel },
          personalDataLevel,
          levels,
          base,
          'or higher',
        )),
  ];
}

function schemeProblems(base: Profile, levels: readonly string[] | undefined): readonly ExtensionProblem[] {
  if (levels === undefined) return [];
  const stated = base.classification.levels;
  if (stated.length > 0 && stated.join('\n') !== levels.join('\n')) {
    return [
      {
        path: ['levels'],
        message: `the levels differ from those that ${base.id} states`,
        expected: stated.join(', '),
        remedy: 'leave the key out',
        source: base.provenance.classification.source,
      },
    ];
  }
  const repeated = levels.findIndex((level, index) => levels.indexOf(level) !== index);
  if (repeated < 0) return [];
  const message = `the level ${levels[repeated] ?? ''} is listed twice`;
  return [{ path: ['levels', repeated], message, expected: 'each level once', remedy: 'remove it' }];
}

interface Bounded {
  readonly path: readonly string[];
  readonly name: string;
  readonly stated: Fact<string>;
}

function bounded(
  { path, name, stated }: Bounded,
  value: string,
  levels: readonly string[],
  base: Profile,
  direction: 'or lower' | 'or higher',
): readonly ExtensionProblem[] {
  const rank = levels.indexOf(value);
  if (rank < 0) {
    const expected = levels.length > 0 ? `one of ${levels.join(', ')}` : `levels, which ${base.id} does not state`;
    const remedy = levels.length > 0 ? 'write one of the levels' : 'state `levels` beside it';
    return [{ path, message: `"${value}" is not a classification level`, expected, remedy }];
  }
  if (stated.value === undefined) return [];
  const least = levels.indexOf(stated.value);
  if (direction === 'or lower' ? rank <= least : rank >= least) return [];
  return [
    {
      path,
      message: `${name} is ${stated.value} in ${base.id} (${stated.source}), which ${value} would loosen`,
      expected: `${stated.value} ${direction}`,
      remedy: 'leave the key out, or be stricter: an extension loosens nothing',
      source: stated.source,
    },
  ];
}
