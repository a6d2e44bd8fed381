import { nearest } from '../../lib/model';

test.each([
  ['cdir', ['cidr', 'zones', 'name'], 'cidr'],
  ['Dny', ['Allow', 'Deny'], 'Deny'],
  ['accounts', ['account', 'acount'], 'account'],
  ['HUB', ['hub', 'inspection'], 'hub'],
  ['ap-eats-1', ['ap-east-1', 'ap-south-1'], 'ap-east-1'],
  ['teh', ['the'], 'the'],
  ['x', ['y'], 'y'],
  ['colour', ['port', 'type', 'zone'], undefined],
  ['internet', ['application', 'data'], undefined],
  ['anything', [], undefined],
])('nearest to %s among %j is %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
