import { controlById } from '../controls';
import type { EngineFinding, Evidence, Finding } from '../model';
import { frameworksOf } from './draft';
import { fingerprint, type Draft } from './fingerprint';
import { maskText } from '../rules/evidence';

/** What an injected engine found, with a fingerprint by the same recipe as our own, and without secrets in its words. */
export function foreignDraft(found: EngineFinding): Draft {
  const { rule, control, resourceType, logicalId, constructPath, property, evidence } = found;
  const known = control === null ? undefined : controlById(control);
  const finding: Omit<Finding, 'id'> = {
    ...found,
    message: maskText(found.message),
    ...(evidence ? { evidence: masked(evidence) } : {}),
    ...(known ? { frameworks: frameworksOf(known) } : {}),
  };
  const identified = property === undefined ? {} : { property };
  return { key: fingerprint({ rule, resourceType, place: constructPath ?? logicalId, ...identified }), finding };
}

function masked({ because, ...evidence }: Evidence): Evidence {
  return { ...evidence, ...(because === undefined ? {} : { because: maskText(because) }) };
}
