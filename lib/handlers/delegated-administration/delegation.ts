import type { ResourceWork } from '../custom-resource';

/** How one service learns which account administers it for the organisation. */
export interface DelegatedService {
  /** Accounts that administer it now. */
  current(): Promise<readonly string[]>;
  /** Makes an account the administrator. */
  delegate(accountId: string): Promise<unknown>;
}

/** The services that can be delegated, by the name under which properties list them. */
export type DelegatedServices = Readonly<Record<string, DelegatedService>>;

/**
 * Delegates the administration of services to an account. What is delegated to it already stays as it is; what is
 * delegated to another account is refused, as changing it takes members away. Nothing is taken back when the stack goes.
 * @param serviceOf Finds a service; undefined for one that is not known.
 */
export function delegation(serviceOf: (name: string) => DelegatedService | undefined): ResourceWork {
  return {
    id: ({ AccountId }) => `delegated-to-${String(AccountId)}`,
    set: async ({ AccountId, Services }) => {
      const accountId = String(AccountId);
      if (!/^\d{12}$/.test(accountId)) throw new Error(`found AccountId "${accountId}": expected 12 digits`);
      if (!Array.isArray(Services)) throw new Error('found no list of Services: expected names of services');
      // One after the other: Organizations refuses changes at the same time.
      for (const name of Services) await delegate(String(name), accountId, serviceOf(String(name)));
    },
    remove: async () => {},
  };
}

async function delegate(name: string, accountId: string, service: DelegatedService | undefined): Promise<void> {
  if (!service) throw new Error(`found the service "${name}": expected one that this function knows`);
  const current = await service.current();
  if (current.includes(accountId)) return;
  const [other] = current;
  if (other !== undefined) {
    throw new Error(`${name} is administered by ${other}: expected nobody or ${accountId}; take it back there first`);
  }
  await service.delegate(accountId);
}
