import type { IConstruct } from 'constructs';
import { CONTROLS } from '../controls';
import type { SystemTier } from '../model';
import { PROFILE_FRAMEWORKS } from './queries';
import { RulePack } from './rule-pack';
import type { RulePackProps } from './rule-pack-props';

export interface HongKongGovernmentChecksProps extends RulePackProps {
  /** Highest classification of the information: only controls that apply to it are asked for. @default all of them */
  readonly classification?: string;
  /** How critical the system is: controls for more critical ones are left out. @default all of them */
  readonly systemTier?: SystemTier;
}

/** What the gate asks of systems of the Hong Kong SAR Government: S17, G3, and controls whose mapping is ours. */
export class HongKongGovernmentChecks extends RulePack {
  /** @throws Error when no control is for the classification. */
  constructor(scope?: IConstruct, props: HongKongGovernmentChecksProps = {}) {
    const { classification, systemTier = 3 } = props;
    if (classification !== undefined) assertKnown(classification);
    super(
      scope,
      {
        name: 'HongKongGovernment',
        cites: PROFILE_FRAMEWORKS,
        selects: (control) =>
          control.systemTier <= systemTier &&
          (classification === undefined || control.classifications.includes(classification)),
      },
      props,
    );
  }
}

function assertKnown(classification: string): void {
  const known = [...new Set(CONTROLS.flatMap(({ classifications }) => classifications))];
  if (known.includes(classification)) return;
  throw new Error(`classification "${classification}" has no controls: expected one of ${known.join(', ')}`);
}
