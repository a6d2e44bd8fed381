import { controlOf, type ClaimRule } from '../../gate';
import type { EngineFinding, EngineTemplate } from '../../model';

type Place = Omit<
  EngineFinding,
  'rule' | 'control' | 'category' | 'severity' | 'message' | 'remediation' | 'template'
> & {
  readonly template: Pick<EngineTemplate, 'path' | 'locate'>;
};

/** A finding by a rule about what is deployed. @throws Error when its control is not in the catalogue. */
export function findingOf(rule: ClaimRule, { template, ...place }: Place): EngineFinding {
  const control = controlOf(rule);
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
