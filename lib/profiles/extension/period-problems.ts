import { SEVERITIES } from '../../model';
import { LOG_CLASSES, type Profile } from '../profile';
import type { ExtensionProblem } from './problem';
import type { ProfileExtension } from './schema';

/** Logs are kept as long as the profile states or longer, and waivers live as long or shorter. */
export function periodProblems(base: Profile, extension: ProfileExtension): readonly ExtensionProblem[] {
  return [...retentionProblems(base, extension), ...waiverProblems(base, extension)];
}

function retentionProblems(base: Profile, extension: ProfileExtension): readonly ExtensionProblem[] {
  return LOG_CLASSES.flatMap((kind): ExtensionProblem[] => {
    const days = extension.retentionDays?.[kind];
    const { value, source } = base.retentionDays[kind];
    if (days === undefined || value === undefined || days >= value) return [];
    return [
      {
        path: ['retentionDays', kind],
        message: `${base.id} keeps ${kind} logs for ${value} days (${source}), longer than ${days}`,
        expected: `${value} or more`,
        remedy: 'leave the key out, or keep them longer: an extension loosens nothing',
        source,
      },
    ];
  });
}

function waiverProblems(base: Profile, extension: ProfileExtension): readonly ExtensionProblem[] {
  return SEVERITIES.flatMap((severity): ExtensionProblem[] => {
    const days = extension.waiverDays?.[severity];
    const { value, source } = base.waiverDays[severity];
    if (days === undefined || value === undefined || days <= value) return [];
    return [
      {
        path: ['waiverDays', severity],
        message: `${base.id} lets a waiver of a ${severity} finding live for ${value} days, fewer than ${days}`,
        expected: `${value} or less`,
        remedy: 'leave the key out, or let it live shorter: an extension loosens nothing',
        source,
      },
    ];
  });
}
