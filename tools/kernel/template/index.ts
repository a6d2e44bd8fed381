import { Random } from '../random';
import type { Topology } from '../topology';
import { Body, type Resource } from './body';
import { addAcls, addGroups } from './filters';
import { addGround, addHosts } from './ground';
import { addJoints, addTables } from './routing';

/** The topology as a CloudFormation template: all that the engine gets to see of it. */
export function templateOf(topology: Topology): { readonly Resources: Readonly<Record<string, Resource>> } {
  const body = new Body(new Random(topology.seed + 0.25));
  addGround(body, topology);
  addHosts(body, topology);
  addTables(body, topology);
  addJoints(body, topology);
  addAcls(body, topology);
  addGroups(body, topology);
  return body.template;
}
