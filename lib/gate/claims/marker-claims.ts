import type { RegisteredAccount, Registers } from '../../config';
import type { LandingZoneMarker } from '../../model';
import type { RuleResult } from '../../rules';
import { markedAccounts, type Graph, type Template } from '../../template';
import { MARKER_PRESENT, MARKER_REGISTERED } from './claim-rules';
import { withoutRegister, type ClaimOutcome } from './outcome';
import { differenceOf } from './register-entry';

const PROPERTY = 'Metadata.Lionrock.marker';

/** Holds a template's landing-zone marker against the config. */
export function judgeMarker(template: Template, registers: Registers | undefined): ClaimOutcome[] {
  const marker = template.claims?.marker;
  if (!marker) return [];
  const result = registers ? held(marker, template, registers) : withoutRegister('the landing-zone marker', PROPERTY);
  return [{ rule: MARKER_REGISTERED, template, subject: `${marker.account}/${marker.capability}`, result }];
}

function held(marker: LandingZoneMarker, template: Template, registers: Registers): RuleResult {
  const account = registers.accounts.find(({ name }) => name === marker.account);
  if (!account) {
    return {
      status: 'fail',
      property: `${PROPERTY}.account`,
      observed: marker.account,
      because: `the config of ${registers.landingZone} holds no account ${marker.account}`,
    };
  }
  const { capability: _, ...claim } = marker;
  const difference = differenceOf({ ...claim, id: template.account ?? account.id }, registered(account, registers));
  if (!difference) return { status: 'pass', property: PROPERTY };
  return { status: 'fail', property: PROPERTY, observed: difference.claimed, expected: difference.registered };
}

function registered(account: RegisteredAccount, registers: Registers): object {
  const { landingZone, profile, deploymentModel } = registers;
  const { name, id, classification, personalData, systemTier } = account;
  return { landingZone, profile, deploymentModel, account: name, classification, personalData, systemTier, id };
}

/**
 * Says which accounts of the config have templates here of which none is marked: without their marker they would no
 * longer be judged as parts of a landing zone.
 */
export function judgeMissingMarkers(graph: Graph, registers: Registers): ClaimOutcome[] {
  const [first] = graph.templates;
  if (!first) return [];
  const marked = markedAccounts(graph.templates);
  const outcomes = registers.accounts.flatMap(({ name, id }): ClaimOutcome[] => {
    const template = graph.templates.find(({ account }) => account === id);
    if (!template && !marked.has(name)) return [];
    return [
      { rule: MARKER_PRESENT, template: template ?? first, subject: name, result: presence(marked.has(name), name) },
    ];
  });
  if (outcomes.length > 0) return outcomes;
  return [
    {
      rule: MARKER_PRESENT,
      template: first,
      subject: registers.landingZone,
      result: presence(false, registers.landingZone),
    },
  ];
}

function presence(found: boolean, name: string): RuleResult {
  if (found) return { status: 'pass', property: PROPERTY };
  return { status: 'fail', property: PROPERTY, observed: 'not set', expected: `the marker of ${name}` };
}
