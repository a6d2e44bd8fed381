import { gate } from '../../gate';
import type { GateResult } from '../../model';
import { unitOfText, type BesideTemplate, type TemplateOptions, type Unit } from '../../template';
import { elsewhere } from './elsewhere';
import { fetchTemplate, type Fetch } from './fetch-template';
import type { HookRequest } from './request';
import type { Settings } from './settings';

/** Where and when is judged. */
export interface Circumstances {
  readonly fetch: Fetch;
  /** Region in which the hook runs. */
  readonly region: string | undefined;
  readonly now: Date;
}

/** Judges the template or the resource of a request; undefined where something is taken away. */
export async function judge(
  request: HookRequest,
  settings: Settings,
  { fetch, region, now }: Circumstances,
): Promise<GateResult | undefined> {
  if (request.deletes) return undefined;
  const { options, estate } = settings;
  const beside = () => (estate ? elsewhere(estate, { ...options.profile, account: request.account }) : []);
  const unit = await unitOf(request, { fetch, place: placeOf(request, region), beside });
  return gate({ ...options, inputs: [unit], part: true, alone: request.brings === 'resource', now });
}

interface Surroundings {
  readonly fetch: Fetch;
  readonly place: TemplateOptions;
  /** What the rest of the estate holds, as far as a template asks for it. */
  readonly beside: () => readonly BesideTemplate[];
}

async function unitOf(request: HookRequest, { fetch, place, beside }: Surroundings): Promise<Unit> {
  const { brings, payload, properties, targetName, logicalId } = request;
  if (brings === 'template') {
    const text = await fetchTemplate(payload, fetch);
    return unitOfText(place.stackName ?? logicalId, text, place, beside());
  }
  if (!properties) throw new Error(`the event holds no properties of ${targetName}`);
  const Resources = { [logicalId]: { Type: targetName, Properties: properties } };
  return unitOfText(place.stackName ?? targetName, JSON.stringify({ Resources }), place);
}

const STACK = /^arn:[^:]+:cloudformation:(?<region>[^:]+):\d+:stack\/(?<stackName>[^/]+)\//;

function placeOf({ stackId = '', account }: HookRequest, here: string | undefined): TemplateOptions {
  const { region = here, stackName } = STACK.exec(stackId)?.groups ?? {};
  return {
    ...(region === undefined ? {} : { region }),
    ...(stackName === undefined ? {} : { stackName }),
    ...(account === undefined ? {} : { account }),
  };
}
