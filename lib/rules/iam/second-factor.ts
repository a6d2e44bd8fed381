import type { Resource } from '../../template';
import { trustDocuments } from '../policy';

/** Whether a role can be taken only with a second factor, as an emergency role (IDN-08) is. */
export function asksForSecondFactor(resource: Resource): boolean {
  const statements = trustDocuments(resource).flatMap((document) => document.statements);
  const conditions = statements.map(({ condition }) => JSON.stringify(condition ?? {}));
  return (
    conditions.length > 0 &&
    conditions.every((text) => /"Bool":\{[^}]*"aws:MultiFactorAuthPresent":\[?"?true/i.test(text))
  );
}
