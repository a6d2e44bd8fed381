import { and } from '../../model';
import { forbid, isAllow, onEverything, resourceDocuments } from '../policy';
import type { Rule } from '../rule';

/** A bare asterisk counts. */
export const iotPolicyResourcesNamed: Rule = {
  id: 'iot-policy-resources-named',
  control: 'IDN-04',
  message: 'A device with this policy may act as every other one.',
  remediation: 'Limit Resource by ${iot:Connection.Thing.ThingName}.',
  types: ['AWS::IoT::Policy'],
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'resources that are named',
    is: (item) => and(isAllow(item), onEverything(item)),
  }),
};
