import { relative, resolve } from 'node:path';
import { DEPLOYED_OPENED, DEPLOYED_READ } from '../../gate';
import type { Engine, EngineFinding, TrafficChange } from '../../model';
import { reachabilityChange } from '../../proofs/reachability';
import { readUnit, type Resource, type Template } from '../../template';
import { findingOf } from './finding-of';

/**
 * What the deployed network lets pass and the designed one does not, as findings of an engine.
 * @param designed Folder of the designed assembly. @param deployed Folder of the deployed state.
 */
export function reachabilityEngine(designed: string, deployed: string): Engine {
  return {
    id: 'drift of reachability',
    evaluate: async ({ templates }) => {
      const [before, after] = [designed, deployed].map((folder) => readUnit(folder).graph);
      const [first] = templates;
      if (!before || !after || !first) return { findings: [], errors: [], evaluated: 0, asked: 0 };
      const change = reachabilityChange(before, after, identities(designed, deployed));
      const findings = change.opened.map((opened) => {
        const [hop] = opened.witness;
        const home = templates.find(({ path }) => path === hop?.template) ?? first;
        return found(opened, home, hop?.logicalId ?? '');
      });
      return { findings, errors: [], evaluated: findings.length, asked: templates.length };
    },
  };
}

/** What both states have stands in files of the same names; what one account has by itself, the deployed state alone has. */
function identities(designed: string, deployed: string) {
  const pathOf = (path: string): string => {
    const inner = relative(resolve(deployed), resolve(path));
    return inner.startsWith('..') ? relative(resolve(designed), resolve(path)) : inner;
  };
  return {
    template: ({ path }: Template): string => pathOf(path),
    resource: ({ template, logicalId }: Resource): string => `${pathOf(template.path)}#${logicalId}`,
  };
}

function found(
  { from, to, after, traffic, addresses, things, witness, unresolved }: TrafficChange,
  template: Parameters<typeof findingOf>[1]['template'],
  logicalId: string,
): EngineFinding {
  const words = traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim()).join(', ');
  const about = [...addresses, ...things];
  const where = about.length > 0 ? ` (${about.join(', ')})` : '';
  const isSure = after === 'yes';
  return findingOf(isSure ? DEPLOYED_OPENED : DEPLOYED_READ, {
    status: isSure ? 'fail' : 'unknown',
    template,
    logicalId,
    resourceType: 'AWS::CloudFormation::Stack',
    property: `from ${from} to ${to}`,
    evidence: {
      observed: `${from} reaches ${to}: ${words}${where}`,
      expected: 'as the templates say',
      ...(unresolved.length > 0 ? { because: unresolved.join('; ') } : {}),
    },
    ...(witness.length > 0 ? { witness } : {}),
  });
}
