import type { EngineFinding, EngineTemplate, Severity } from '../../../model';
import { attributionOf } from '../attribution';
import type { NagAnswer } from './recorder';

/** How bad each of cdk-nag's levels is; none is critical, because its packs do not grade further. */
const SEVERITY: Readonly<Record<string, Severity>> = { Error: 'high', Warning: 'medium', Info: 'low' };

/**
 * @param caveats What the answer rests on beside the template, for example a stand-in for what the template lacks.
 */
export function nagFinding(answer: NagAnswer, template: EngineTemplate, caveats: readonly string[]): EngineFinding {
  const { status, rule, name, level, info, explanation, logicalId, threw } = answer;
  const because = [...(threw === undefined ? [] : [`the rule threw: ${threw}`]), ...caveats].join('; ');
  const place = placeOf(template, logicalId, status !== 'pass');
  return {
    status,
    rule,
    ...attributionOf('cdk-nag', name, place.resourceType),
    severity: SEVERITY[level] ?? 'high',
    message: info,
    remediation: explanation,
    ...place,
    ...(because === '' || status === 'pass' ? {} : { evidence: { because } }),
  };
}

/** What no rule could look at, because it is no construct. */
export function notLoaded(pack: string, template: EngineTemplate, logicalId: string, reason: string): EngineFinding {
  return {
    status: 'unknown',
    rule: `${pack}-NotLoaded`,
    control: null,
    category: 'workload',
    severity: 'high',
    message: `${logicalId === '' ? 'The template' : 'The resource'} cannot be loaded as CDK constructs, so no rule of the pack judged it.`,
    remediation: 'Correct what the reason names: CloudFormation would most likely refuse it, too.',
    ...placeOf(template, logicalId, true),
    evidence: { because: `CfnInclude cannot load it: ${reason}` },
  };
}

type Place = Pick<EngineFinding, 'template' | 'logicalId' | 'resourceType' | 'constructPath' | 'location'>;

function placeOf(template: EngineTemplate, logicalId: string, located: boolean): Place {
  const { type = 'AWS::CloudFormation::Stack', constructPath } = template.resource(logicalId) ?? {};
  const location = located ? template.locate(logicalId) : undefined;
  return {
    template: template.path,
    logicalId,
    resourceType: type,
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(location === undefined ? {} : { location }),
  };
}
