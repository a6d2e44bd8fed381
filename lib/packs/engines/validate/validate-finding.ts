import type { EngineFinding, EngineTemplate, Severity } from '../../../model';
import { attributionOf, categoryByWords } from '../attribution';
import type { Diagnostic } from './validator';

/** A template that CloudFormation refuses is undone by the next deployment; a warning is of less weight still. */
const SCHEMA_SEVERITY: Readonly<Record<string, Severity>> = { FATAL: 'medium', ERROR: 'medium', WARN: 'low' };

export function validateFinding(diagnostic: Diagnostic, template: EngineTemplate): EngineFinding {
  return diagnostic.source === 'GUARD' ? guardFinding(diagnostic, template) : schemaFinding(diagnostic, template);
}

/** The language of cfn-guard knows no severities: a rule that somebody wrote down is taken to matter. */
function guardFinding(diagnostic: Diagnostic, template: EngineTemplate): EngineFinding {
  const { ruleId, message, suggestedFix } = diagnostic;
  const place = placeOf(diagnostic, template);
  return {
    status: 'fail',
    rule: ruleId,
    ...attributionOf('guard', ruleId, place.resourceType),
    severity: 'high',
    message,
    remediation: suggestedFix ?? `Make the template satisfy the cfn-guard rule ${ruleId}.`,
    ...place,
  };
}

function schemaFinding(diagnostic: Diagnostic, template: EngineTemplate): EngineFinding {
  const { ruleId, severity, category, message, suggestedFix } = diagnostic;
  return {
    status: 'fail',
    rule: `schema-${ruleId}`,
    control: null,
    category: category === 'Security' ? categoryByWords(message) : 'change-control',
    severity: SCHEMA_SEVERITY[severity] ?? 'medium',
    message,
    remediation: suggestedFix ?? 'Correct the template by the reference of the resource type.',
    ...placeOf(diagnostic, template),
  };
}

type Place = Pick<EngineFinding, 'template' | 'logicalId' | 'resourceType' | 'constructPath' | 'property' | 'location'>;

/** What is wrong with a parameter, an output or the template itself belongs to the template as a whole. */
function placeOf({ entity, propertyPath }: Diagnostic, template: EngineTemplate): Place {
  const property = propertyPath?.replaceAll('/', '.');
  const location = template.locate(entity?.logicalId ?? '', property);
  return {
    template: template.path,
    ...subjectOf(entity, template),
    ...(property === undefined ? {} : { property }),
    ...(location === undefined ? {} : { location }),
  };
}

type Subject = Pick<EngineFinding, 'logicalId' | 'resourceType' | 'constructPath'>;

function subjectOf(entity: Diagnostic['entity'], template: EngineTemplate): Subject {
  if (entity?.entityType !== 'Resource') return { logicalId: '', resourceType: 'AWS::CloudFormation::Stack' };
  const { type, constructPath } = template.resource(entity.logicalId) ?? {};
  return {
    logicalId: entity.logicalId,
    resourceType: type ?? entity.resourceType ?? 'AWS::CloudFormation::CustomResource',
    ...(constructPath === undefined ? {} : { constructPath }),
  };
}
