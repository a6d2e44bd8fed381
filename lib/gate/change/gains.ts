import { controlById } from '../../controls';
import type { Gain } from '../../model';
import { evidenceOf } from '../../rules/evidence';
import type { Unit } from '../../template';
import { Comparison } from '../baseline/comparison';
import { MARKER_KEPT } from '../claims';
import type { Pairs } from './pairs';
import { placeOf } from './place-of';

/** What the earlier state lacked: what would be weakened if the change were taken back. */
export function gainsOf(before: Unit, after: Unit, { both }: Pairs): readonly Gain[] {
  const later = new Map(both.map((pair) => [pair.before, pair.after]));
  const backwards = new Comparison(after);
  backwards.note(before);
  return backwards
    .weakenings(before)
    .filter(({ rule, status }) => status === 'fail' && rule !== MARKER_KEPT)
    .map(({ rule, template, resource, property, observed, expected }): Gain => {
      const category = controlById(rule.control)?.category ?? 'change-control';
      const seen = { observed: expected, expected: observed };
      const place = resource
        ? placeOf(later.get(resource) ?? resource, property)
        : { template: template.path, logicalId: '', resourceType: 'AWS::CloudFormation::Stack' };
      return {
        ...place,
        rule: rule.id,
        evidence: evidenceOf(seen, { category, ...(property ? { property } : {}) }) ?? {},
      };
    });
}
