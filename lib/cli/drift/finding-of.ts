import { controlById } from '../../controls';
import type { ClaimRule } from '../../gate';
import type { EngineFinding, EngineTemplate } from '../../model';

type Place = Omit<
  EngineFinding,
  'rule' | 'control' | 'category' | 'severity' | 'message' | 'remediation' | 'template'
> & {
  readonly template: Pick<EngineTemplate, 'path' | 'locate'>;
};

/** A finding by a rule about what is deployed. @throws Error when its control is not in the catalogue. */
export function findingOf(rule: ClaimRule, { template, ...place }: Place): EngineFinding {
  const control = controlById(rule.control);
  if (!control) throw new Error(`rule ${rule.id} evidences ${rule.control}, which is not in the catalogue`);
  const location = template.locate(place.logicalId, place.property);
  return {
    ...place,
    rule: rule.id,
    control: control.id,
    category: rule.category ?? control.category,
    severity: rule.severity ?? control.severity,
    message: rule.message,
    remediation: rule.remediation,
    template: template.path,
    ...(location === undefined ? {} : { location }),
  };
}
