import { partsOf } from '../../template';
import { judgeVariable } from './judge-variable';
import type { Rule } from '../rule';

/** CloudFormation cannot make a SecureString: what it stores is plain, whatever the parameter that it comes from. */
export const noSecretInParameterStore: Rule = {
  id: 'no-secret-in-parameter-store',
  control: 'KEY-11',
  message: 'A secret is stored as a plain parameter, and stands in the template.',
  remediation: 'Store it in Secrets Manager, and refer to it from where it is used.',
  types: ['AWS::SSM::Parameter'],
  scope: 'resource',
  evaluate: (resource) => {
    const { Name, Value = null } = resource.properties;
    const parts = (partsOf(Name) ?? []).filter((part) => typeof part === 'string');
    const name = (parts.at(-1) ?? resource.logicalId).split(/[/.]/).at(-1) ?? '';
    return judgeVariable(name, { path: 'Value', value: Value }, resource);
  },
};
