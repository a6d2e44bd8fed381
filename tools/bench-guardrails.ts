// `npm run bench:guardrails [-- PATH]`: the sweep over every action and region; docs/bench.md says how.
import { EXEMPT_ACTIONS, EXEMPT_ACTIONS_THAT_MOVE_DATA, REGIONAL_EXEMPTIONS } from '../lib/model';
import { guardrailsOf } from '../lib/proofs/guardrails';
import { allActions } from '../lib/proofs/guardrails/actions';
import { DEFAULT_PROFILE, profileById } from '../lib/profiles';
import { graphOf, readUnit, templateFromObject, type Graph } from '../lib/template';

/** Units below the root, each with policies of its own. */
const UNITS = 20;

function main([path]: readonly string[]): void {
  const graph = path === undefined ? organization() : readUnit(path, {}).graph;
  const [read, actions] = timed(() => allActions().length);
  const [sweep, { organization: found, properties }] = timed(() => guardrailsOf(graph, profileById(DEFAULT_PROFILE)));
  const statements = found.guardrails.reduce((sum, { document }) => sum + document.statements.length, 0);
  console.log('places statements actions read s sweep s  MB');
  const columns = [found.places.length, statements, actions].map((number, index) =>
    String(number).padStart([6, 11, 8][index] ?? 0),
  );
  const seconds = [read, sweep].map((number) => number.toFixed(2).padStart(7));
  console.log([...columns, ...seconds, String(Math.round(process.memoryUsage().rss / 1e6)).padStart(4)].join(' '));
  console.log(properties.map(({ name, answer }) => `${answer.padEnd(8)}${name}`).join('\n'));
}

/** A root with a deny of regions, and units that deny something else each, of which none is bound by all of another. */
function organization(): Graph {
  const outside = { StringNotEquals: { 'aws:RequestedRegion': profileById(DEFAULT_PROFILE).regions } };
  const deny = (elements: object) => ({ Effect: 'Deny', Resource: '*', ...elements });
  const regions = [
    deny({ NotAction: EXEMPT_ACTIONS, Condition: outside }),
    deny({ Action: REGIONAL_EXEMPTIONS, Condition: outside }),
    deny({ Action: EXEMPT_ACTIONS_THAT_MOVE_DATA }),
  ];
  const units = Array.from({ length: UNITS }, (_, index) => index);
  const policies = units.map((index) => [
    `P${index}`,
    policy(`ou-bnch-${String(index).padStart(8, '0')}`, [...regions, deny({ Action: `ec2:*${index}*` })]),
  ]);
  return graphOf([templateFromObject('organisation.json', { Resources: Object.fromEntries(policies) }, {})]);
}

function policy(target: string, statements: readonly object[]): object {
  const content = { Version: '2012-10-17', Statement: statements };
  const properties = { Name: target, Type: 'SERVICE_CONTROL_POLICY', TargetIds: [target], Content: content };
  return { Type: 'AWS::Organizations::Policy', Properties: properties };
}

function timed<T>(make: () => T): readonly [number, T] {
  const started = process.hrtime.bigint();
  const value = make();
  return [Number(process.hrtime.bigint() - started) / 1e9, value];
}

main(process.argv.slice(2));
