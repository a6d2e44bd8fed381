import { GUARDRAIL_LOOSENED } from '../../claims';
import { kept, ranked } from '../scales';
import { named, type Direction } from './direction';

/** Denials of the organisation hold where they are attached. */
export const ATTACHING: readonly Direction[] = [
  { property: named('TargetIds'), types: /^AWS::Organizations::Policy$/, weaker: kept, rule: GUARDRAIL_LOOSENED },
  {
    property: named('InternetGatewayBlockMode'),
    weaker: ranked(['off', 'block-ingress', 'block-bidirectional'], 'off'),
    rule: GUARDRAIL_LOOSENED,
  },
];
