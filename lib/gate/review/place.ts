import type { ReviewPlace } from '../../model';
import type { Resource, Template } from '../../template';
import type { Registers } from '../../config';

/** Account of a template by its name in the landing zone, else its id; undefined where nothing says it. */
export function accountOf({ claims, account }: Template, registers: Registers | undefined): string | undefined {
  return claims?.marker?.account ?? registers?.accounts.find(({ id }) => id === account)?.name ?? account;
}

/** Where a resource stands, for people. */
export function placeOf(resource: Resource, registers: Registers | undefined): ReviewPlace {
  const { template, logicalId, constructPath } = resource;
  const account = accountOf(template, registers);
  const location = template.locate(logicalId);
  return {
    template: template.path,
    logicalId,
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(account === undefined ? {} : { account }),
    ...(location === undefined ? {} : { location }),
  };
}
