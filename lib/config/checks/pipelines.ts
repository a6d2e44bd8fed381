import type { Check } from './check';
import { reference, type Named } from './reference';

/** Pipelines deploy into accounts that exist. */
export const checkPipelines: Check = ({ accounts, identity }) => {
  const known = accounts.map(({ name }, index): Named => ({ name, path: ['accounts', index, 'name'] }));
  return identity.pipelines.flatMap((pipeline, index) =>
    pipeline.accounts.flatMap((name, at) =>
      reference(['identity', 'pipelines', index, 'accounts', at], name, 'an account', known),
    ),
  );
};
