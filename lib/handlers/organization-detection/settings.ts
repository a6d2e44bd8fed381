import type { ResourceWork } from '../custom-resource';

/** Sets what a service does with the accounts of an organisation, and what it looks for in them. */
export type ServiceSetting = () => Promise<unknown>;

/**
 * Settings of services for an organisation, in the account that administers them. Setting them again changes nothing;
 * nothing is taken back when the stack goes.
 */
export function settings(settingOf: (name: string) => ServiceSetting | undefined): ResourceWork {
  return {
    id: () => 'organization-detection',
    set: async ({ Services }) => {
      if (!Array.isArray(Services)) throw new Error('found no list of Services: expected names of services');
      for (const name of Services.map(String)) {
        const setting = settingOf(name);
        if (!setting) throw new Error(`found the service "${name}": expected one that this function knows`);
        await setting();
      }
    },
    remove: async () => {},
  };
}
