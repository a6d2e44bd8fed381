import type { Graph } from '../../template';
import { scalarText } from '../json';
import { concrete, Open } from '../names/concrete';
import type { DeployedNames } from '../names/deployed-names';

/** Managed policies that name the roles to which they are attached, by these roles. */
export class AttachedPolicies {
  private readonly byRole = new Map<string, string[]>();

  constructor(graph: Graph, names: DeployedNames) {
    for (const { template, logicalId, properties } of graph.ofType('AWS::IAM::ManagedPolicy')) {
      const deployed = names.stackOf(template.path);
      const arn = deployed?.physicalIds.get(logicalId);
      if (!deployed || arn === undefined) continue;
      const roles = concrete(properties['Roles'], deployed.parameters);
      // What nobody can tell is told at the policy.
      for (const role of roles instanceof Open ? [] : [roles].flat()) {
        const key = `${deployed.stack.account} ${scalarText(role ?? undefined)}`;
        this.byRole.set(key, [...(this.byRole.get(key) ?? []), arn]);
      }
    }
  }

  /** ARNs of the policies that name a role. */
  of(account: string, role: string): readonly string[] {
    return this.byRole.get(`${account} ${role}`) ?? [];
  }
}
