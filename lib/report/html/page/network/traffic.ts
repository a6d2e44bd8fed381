import type { TrafficText } from '../../../../model';
import { STRINGS, type Translate } from '../../strings';

/** Protocols and ports in words; one word where everything passes. */
export function trafficText(traffic: readonly TrafficText[], t: Translate): string {
  const isAll = ['tcp', 'udp'].every((protocol) =>
    traffic.some((each) => each.protocol === protocol && each.ports === 'any'),
  );
  if (isAll) return t(STRINGS.network.allTraffic);
  return traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim()).join(', ');
}
