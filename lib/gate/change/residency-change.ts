import type { LeavingChange, ResidencyChange, ResidencyPath } from '../../model';
import { residencyOf, type ResidencyOptions } from '../../proofs/residency';
import type { Unit } from '../../template';
import { placeKey, standsAlone, templateKey } from '../baseline/places';

/** Ways out of the jurisdiction that one state has and the other has not, or that another transfer covers, or none. */
export function residencyChange(before: Unit, after: Unit, options: ResidencyOptions): ResidencyChange {
  const [was, is] = [waysOf(before, options), waysOf(after, options)];
  const opened = [...is].flatMap(([key, way]): LeavingChange[] => {
    const known = was.get(key);
    if (!known) return [leaving(way)];
    const isWorse = WEIGHTS[way.path.status] > WEIGHTS[known.path.status];
    return isWorse ? [{ ...leaving(way), before: known.path.status }] : [];
  });
  const closed = [...was].flatMap(([key, way]): LeavingChange[] => {
    const left = is.get(key);
    if (!left) return [leaving(way)];
    const isBetter = WEIGHTS[left.path.status] < WEIGHTS[way.path.status];
    return isBetter ? [{ ...leaving(left), before: way.path.status }] : [];
  });
  return { opened, closed };
}

const WEIGHTS: Readonly<Record<ResidencyPath['status'], number>> = { pass: 0, unknown: 1, fail: 2 };

/** Each way by what moves, from where and to where; a way of the same name is counted. */
function waysOf(unit: Unit, options: ResidencyOptions): ReadonlyMap<string, Way> {
  const { graph } = unit;
  const alone = standsAlone(graph);
  const templates = new Map(graph.templates.map((template) => [template.path, template]));
  const found = new Map<string, Way>();
  for (const path of residencyOf([graph], options).paths) {
    const template = templates.get(path.template);
    const resource = template?.resource(path.logicalId);
    const place = resource ? placeKey(resource, alone) : template ? templateKey(template, alone) : path.template;
    const property = path.property.replaceAll(/\.\d+(?=\.|$)/g, '');
    const key = [place, property, path.kind, path.destination].join('\n');
    let numbered = key;
    for (let ordinal = 2; found.has(numbered); ordinal++) numbered = `${key}~${ordinal}`;
    found.set(numbered, { path, constructPath: resource?.constructPath });
  }
  return found;
}

/** A way out, and the construct that it leads from. */
interface Way {
  readonly path: ResidencyPath;
  readonly constructPath: string | undefined;
}

function leaving({ path, constructPath }: Way): LeavingChange {
  const { type, template, logicalId, property, location, kind, destination, severity, status, transfer } = path;
  return {
    template,
    logicalId,
    resourceType: type,
    ...(constructPath === undefined ? {} : { constructPath }),
    property,
    ...(location === undefined ? {} : { location }),
    kind,
    destination,
    severity,
    status,
    transfer,
    message: path.message,
    witness: path.witness,
  };
}
