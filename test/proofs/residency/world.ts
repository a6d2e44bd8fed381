import type { ResidencyPath, ResidencyProof, Transfer } from '../../../lib/model';
import { residencyOf } from '../../../lib/proofs/residency';
import { profileById } from '../../../lib/profiles';
import { graphOf, templateFromObject, type Graph } from '../../../lib/template';

/** A stack of a unit. */
export interface Stack {
  readonly resources: Readonly<Record<string, object>>;
  /** Default: the home region. `null`: nobody says. */
  readonly region?: string | null;
  readonly account?: string;
  readonly parameters?: object;
  readonly outputs?: object;
  readonly claims?: object;
}

export const OWN_ACCOUNT = '111122223333';

/** A unit of these stacks; a parameter `Open` without a value is always there. */
export function unitOf(...stacks: readonly Stack[]): Graph {
  return graphOf(
    stacks.map(({ resources, region = 'ap-east-1', account = OWN_ACCOUNT, parameters, outputs, claims }, index) =>
      templateFromObject(
        `stack-${index}.json`,
        {
          ...(claims ? { Metadata: { Lionrock: claims } } : {}),
          Parameters: { Open: { Type: 'String' }, ...parameters },
          Resources: resources,
          ...(outputs ? { Outputs: outputs } : {}),
        },
        { account, ...(region === null ? {} : { region }) },
      ),
    ),
  );
}

export interface Given {
  readonly register?: readonly Transfer[];
  readonly today?: string;
  readonly accounts?: readonly string[];
}

export function prove(graph: Graph, { today = '2026-11-26', ...given }: Given = {}): ResidencyProof {
  return residencyOf([graph], { profile: profileById('hk-s17'), today, ...given });
}

/** Ways out of one stack with one resource `Subject`. */
export function waysOut(type: string, properties: object, ...others: readonly Stack[]): readonly ResidencyPath[] {
  return prove(unitOf({ resources: { Subject: { Type: type, Properties: properties } } }, ...others)).paths;
}

/** As `fail data us-east-1`, in the order of the proof. */
export function shown(paths: readonly ResidencyPath[]): readonly string[] {
  return paths.map(({ status, kind, destination }) => `${status} ${kind} ${destination}`);
}
