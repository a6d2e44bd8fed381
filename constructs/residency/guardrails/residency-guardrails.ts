import { GUARDRAIL_QUOTAS, type GuardrailDocument, type GuardrailType } from '../../../lib/model';
import { crossRegionDenies } from './cross-region';
import { dataPerimeter } from './data-perimeter';
import type { GuardrailOptions } from './options';
import { regionDeny } from './region-deny';
import type { Statement } from './statement';

const ACTION = /^[a-z0-9-]+:[A-Za-z0-9*]+$/;
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;

/**
 * The organisation policies that keep data in a profile's regions: two service control policies (region deny with its
 * exemptions and what narrows them; cross-region settings) and a resource control policy (data perimeter), to be attached
 * at the root. Service control policies bind neither the management account nor service-linked roles, and resource
 * control policies not the management account: what they leave open, templates and detection must catch. Evidence for
 * RES-01 to RES-12, RES-14.
 *
 * @throws Error when the organisation's id or an exempt action is malformed, or a document exceeds the quota of its type.
 */
export function residencyGuardrails(options: GuardrailOptions): readonly GuardrailDocument[] {
  assertOptions(options);
  const { profile, namePrefix = 'lionrock' } = options;
  const regions = profile.regions.join(', ');
  return [
    guardrail(
      `${namePrefix}-region-deny`,
      'SERVICE_CONTROL_POLICY',
      `Nothing is done outside ${regions}, except with global services, and with those nothing that moves data`,
      regionDeny(options),
    ),
    guardrail(
      `${namePrefix}-cross-region-settings`,
      'SERVICE_CONTROL_POLICY',
      `No replication, copy, peering, edge service or key that leaves ${regions}`,
      crossRegionDenies(options),
    ),
    guardrail(
      `${namePrefix}-data-perimeter`,
      'RESOURCE_CONTROL_POLICY',
      'Only principals of the organisation and services on its behalf reach its data, over TLS 1.2 or newer',
      dataPerimeter(options),
    ),
  ];
}

function guardrail(
  name: string,
  type: GuardrailType,
  description: string,
  statements: readonly Statement[],
): GuardrailDocument {
  const document = { Version: '2012-10-17', Statement: statements };
  const { characters, source } = GUARDRAIL_QUOTAS[type];
  const { length } = JSON.stringify(document);
  if (length > characters) {
    throw new Error(
      `residency guardrail ${name} is too long: expected at most ${characters} characters (${source}), found ${length}; exempt fewer actions or roles`,
    );
  }
  return { name, type, description, document };
}

function assertOptions({ organizationId, exemptActions = [] }: GuardrailOptions): void {
  if (!ORGANIZATION.test(organizationId)) {
    throw new Error(
      `organizationId: expected o- and 10 to 32 letters or digits, found "${organizationId}"; see \`aws organizations describe-organization\``,
    );
  }
  for (const action of exemptActions) {
    if (!ACTION.test(action)) {
      throw new Error(`exemptActions: expected service:Action, wildcards allowed after the colon, found "${action}"`);
    }
  }
}
