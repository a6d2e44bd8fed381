import { forSome } from '../../model';
import { fail, pass, unknown } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'a delivery channel';

/** A recorder does not start without a channel of its account and region. */
export const recorderDelivers: Rule = {
  id: 'recorder-delivers',
  control: 'DET-03',
  message: 'What Config records is delivered nowhere.',
  remediation: 'Add a DeliveryChannel to the log store.',
  types: ['AWS::Config::ConfigurationRecorder'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const here = graph.ofType('AWS::Config::DeliveryChannel').filter(({ template }) => template === resource.template);
    const found = { path: '', value: undefined };
    const has = forSome(here, (channel) => graph.accompanies(resource, channel));
    if (has === 'unknown')
      return { ...unknown(found, EXPECTED), because: 'the delivery channel depends on a condition' };
    return has ? pass(found, EXPECTED) : { ...fail(found, EXPECTED), observed: 'none' };
  },
};
