import type { RunError, SourceLocation } from '../../model';
import { isLoop } from '../expand/for-each';
import { macroName } from '../intrinsics/transform';
import { isJsonMap, own, section, type JsonMap } from '../resolve/json';

/** The one version of templates that there is. */
const FORMAT = '2010-09-09';

/** Entries under `Resources` that are no resources, so that nothing hides from the rules unseen, and a version that is not known. */
export function formErrors(
  path: string,
  body: JsonMap,
  locate: (logicalId: string) => SourceLocation | undefined,
): readonly RunError[] {
  const entries = Object.entries(section(body, 'Resources')).flatMap(([id, resource]) => {
    const problem = problemOf(id, resource);
    const line = problem === undefined ? undefined : locate(id)?.line;
    return problem === undefined ? [] : [{ ...problem, path, ...(line === undefined ? {} : { line }) }];
  });
  return [...versionErrors(path, own(body, 'AWSTemplateFormatVersion')), ...entries];
}

function versionErrors(path: string, version: unknown): readonly RunError[] {
  if (version === undefined || version === FORMAT) return [];
  const message = `AWSTemplateFormatVersion is ${JSON.stringify(version)}: expected ${FORMAT}, the only one that is known`;
  return [{ kind: 'malformed', path, message }];
}

function problemOf(id: string, resource: unknown): Pick<RunError, 'kind' | 'message'> | undefined {
  if (isLoop(id)) {
    return {
      kind: 'macro',
      message: `${id} cannot be unrolled: give its collection with --parameters, or at most 10000 items`,
    };
  }
  if (id === 'Fn::Transform') {
    return {
      kind: 'macro',
      message: `macro ${macroName(resource)} adds resources at deployment that cannot be checked; check the processed template`,
    };
  }
  if (!isJsonMap(resource))
    return { kind: 'malformed', message: `resource ${id} is not a map: expected Type and Properties` };
  const type = own(resource, 'Type');
  return typeof type === 'string'
    ? undefined
    : { kind: 'malformed', message: `resource ${id} has no Type that is text` };
}
