import { Partial, type Value } from '../../template';
import { parseJsonText } from '../policy';

/** A policy of OpenSearch Serverless, which is JSON text; undefined where that is not known. */
export function collectionPolicy(policy: Value | undefined): Value | undefined {
  return typeof policy === 'string' || policy instanceof Partial ? parseJsonText(policy) : undefined;
}
