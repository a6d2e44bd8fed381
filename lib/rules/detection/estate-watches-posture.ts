import { forSome, or } from '../../model';
import { among, everyAccount, isTrue } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const TYPES = ['AWS::SecurityHub::Hub', 'AWS::SecurityHub::HubV2'];

/** An organisation whose accounts get a hub by themselves has one in each (OrganizationConfiguration). */
export const estateWatchesPosture: Rule = {
  id: 'estate-watches-posture',
  control: 'DET-02',
  message: 'Not every account of the landing zone is checked by Security Hub.',
  remediation: 'Turn Security Hub on in each account, or for the whole organisation.',
  types: [...TYPES, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({
    types: TYPES,
    expected: 'Security Hub in every account',
    together: ({ graph }) =>
      forSome(graph.ofType('AWS::SecurityHub::OrganizationConfiguration'), ({ properties }) =>
        or(isTrue.test(properties['AutoEnable']), among('CENTRAL').test(properties['ConfigurationType'])),
      ),
  }),
};
