import { resolve } from 'node:path';
import type { Difference } from '../../drift';
import { DEPLOYED_DIFFERS, DEPLOYED_MISSING, DEPLOYED_READ, DEPLOYED_UNMANAGED, type ClaimRule } from '../../gate';
import type { Engine, EngineFinding, EngineTemplate, Evidence, RunError } from '../../model';
import { findingOf } from './finding-of';

/**
 * What is there and is not as designed, as findings of an engine beside the rules.
 * @param folder Folder of the deployed state.
 */
export function driftEngine(differences: readonly Difference[], folder: string): Engine {
  return {
    id: 'drift',
    evaluate: async ({ templates }) => {
      const byFile = new Map(templates.map((template) => [resolve(template.path), template]));
      const placed = differences.map((difference) => ({
        difference,
        template: byFile.get(resolve(folder, difference.template)),
      }));
      const findings = placed.flatMap(({ difference, template }) => (template ? found(difference, template) : []));
      const errors = placed.flatMap(({ difference, template }) => (template ? [] : homeless(difference)));
      return { findings, errors, evaluated: findings.length, asked: templates.length };
    },
  };
}

/** No finding is lost because the gate could not read the template that it is about. */
function homeless({ kind, logicalId, template: path }: Difference): RunError {
  return {
    kind: 'not-judged',
    path,
    message: `${logicalId || 'the stack'} (${kind}) stands in a template that was not read`,
  };
}

function found(difference: Difference, template: EngineTemplate): EngineFinding {
  const { logicalId, type: resourceType, constructPath } = difference;
  const property = propertyOf(difference);
  return findingOf(RULES[difference.kind], {
    status: difference.kind === 'unread' ? 'unknown' : 'fail',
    template,
    logicalId,
    resourceType,
    evidence: evidenceOf(difference),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(property === undefined ? {} : { property }),
  });
}

const RULES: Readonly<Record<Difference['kind'], ClaimRule>> = {
  differs: DEPLOYED_DIFFERS,
  missing: DEPLOYED_MISSING,
  unmanaged: DEPLOYED_UNMANAGED,
  unread: DEPLOYED_READ,
};

function propertyOf(difference: Difference): string | undefined {
  if (difference.kind === 'differs') return `Properties.${difference.property}`;
  if (difference.kind !== 'unread') return undefined;
  const [only, ...others] = difference.properties;
  return only === undefined || others.length > 0 ? undefined : `Properties.${only}`;
}

function evidenceOf(difference: Difference): Evidence {
  const { because } = difference;
  const why = because === undefined ? {} : { because };
  switch (difference.kind) {
    case 'differs':
      return { observed: difference.found, expected: difference.designed, ...why };
    case 'unmanaged':
      return { observed: difference.properties, because: difference.name };
    case 'unread': {
      const properties = difference.properties.length > 0 ? ` (${difference.properties.join(', ')})` : '';
      return { because: `${difference.because}${properties}` };
    }
    case 'missing':
    default:
      return why;
  }
}
