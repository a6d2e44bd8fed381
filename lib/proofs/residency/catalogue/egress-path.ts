import type { Movement, Severity } from '../../../model';
import type { Concern, PathRow, Predicate, RowOptions } from './row';

/** A property by which data, keys, metadata or traffic can leave a region. */
export interface EgressPath extends Omit<RowOptions, 'source'> {
  readonly type: string;
  /** Below `Properties`; `[]` after a name stands for every item of its list. */
  readonly path: string;
  readonly predicate: Predicate;
  readonly moves: Movement;
  readonly severity: Severity;
  readonly concern: Concern;
  /** How it moves, in words. */
  readonly mechanism: string;
  /** How far the mechanism was checked. */
  readonly status: 'verified' | 'from memory';
  /** Where type and path were found, and the page of a verified mechanism; `ours` where nothing was compared. */
  readonly source: string;
}

/** Version of the schemas in which the types and paths were found. */
const SCHEMAS = 'cfn-lint 1.51.0, schema of us-east-1';

export function egressPath(row: PathRow): EgressPath {
  const [type, path, predicate, moves, severity, concern, mechanism, schemaHash, options = {}] = row;
  const { source, ...rest } = options;
  return {
    type: `AWS::${type}`,
    path,
    predicate,
    moves,
    severity: severity === 'info' ? 'low' : severity,
    concern,
    mechanism,
    status: source === undefined ? 'from memory' : 'verified',
    source:
      [...(schemaHash === '' ? [] : [`${SCHEMAS} ${schemaHash}`]), ...(source === undefined ? [] : [source])].join(
        '; ',
      ) || 'ours',
    ...rest,
  };
}
