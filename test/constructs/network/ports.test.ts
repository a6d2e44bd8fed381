import { portSpans, spanName, type FlowPorts } from '../../../constructs/network/ports';
import type { Protocol } from '../../../lib/model';

test.each<[FlowPorts, Protocol, string[]]>([
  [443, 'tcp', ['443']],
  ['8000-8010', 'udp', ['8000-8010']],
  [[443, '8000-8010'], 'tcp', ['443', '8000-8010']],
  [0, 'tcp', ['0']],
  ['0-65535', 'tcp', ['0-65535']],
  [[], 'icmp', ['any']],
  [[], 'all', ['any']],
])('reads %j of %s', (ports, protocol, names) => {
  expect(portSpans('[X]', protocol, ports).map(spanName)).toEqual(names);
});

test.each<[FlowPorts, Protocol, RegExp]>([
  ['8010-8000', 'tcp', /\[X\]: found the reversed port range "8010-8000", expected "8000-8010"/],
  [70000, 'tcp', /found port "70000", expected 0 to 65535/],
  ['1-70000', 'tcp', /found port "1-70000"/],
  [-1, 'tcp', /found port "-1"/],
  [4.5, 'tcp', /found port "4.5"/],
  ['https', 'tcp', /found port "https"/],
  [[], 'tcp', /found no port, expected at least one for tcp/],
  [443, 'icmp', /found ports 443, expected none for icmp/],
])('%j of %s is refused', (ports, protocol, message) => {
  expect(() => portSpans('[X]', protocol, ports)).toThrow(message);
});
