import { asText, isMap, type Resource } from '../../template';
import { at, type Found } from '../check';
import { judgeVariable } from './judge-variable';
import type { Rule } from '../rule';

interface Variable {
  readonly name: string;
  readonly found: Found;
}

/** Variables in a map of names to values. */
const inMap =
  (path: string) =>
  (resource: Resource): readonly Variable[] =>
    at(resource.properties, path).flatMap(({ path: place, value }) =>
      isMap(value)
        ? Object.entries(value).map(([name, item]) => ({ name, found: { path: `${place}.${name}`, value: item } }))
        : [],
    );

/** Variables in a list of names and values; those that the service reads from a store hold its name only. */
const inList =
  (path: string) =>
  (resource: Resource): readonly Variable[] =>
    at(resource.properties, `${path}[]`).flatMap(({ path: place, value }) => {
      const isStored = isMap(value) && /^(SECRETS_MANAGER|PARAMETER_STORE)$/.test(asText(value['Type']) ?? '');
      if (!isMap(value) || isStored) return [];
      return [{ name: asText(value['Name']) ?? '', found: { path: `${place}.Value`, value: value['Value'] } }];
    });

const VARIABLES: Readonly<Record<string, readonly ((resource: Resource) => readonly Variable[])[]>> = {
  'AWS::Batch::JobDefinition': [inList('ContainerProperties.Environment')],
  'AWS::CodeBuild::Project': [inList('Environment.EnvironmentVariables')],
  'AWS::ECS::TaskDefinition': [inList('ContainerDefinitions[].Environment')],
  'AWS::Glue::Job': [inMap('DefaultArguments')],
  'AWS::Lambda::Function': [inMap('Environment.Variables')],
  'AWS::SageMaker::Model': [inMap('PrimaryContainer.Environment')],
  'AWS::Serverless::Function': [inMap('Environment.Variables')],
};

/**
 * A variable is judged by its name (PASSWORD, TOKEN, API_KEY …) and by the form of its value. An address, an ARN
 * or a number is none. A dynamic reference to the store is resolved into the configuration, which shows it.
 */
export const noSecretInEnvironment: Rule = {
  id: 'no-secret-in-environment',
  control: 'KEY-11',
  message: 'A variable of the program holds a secret that every reader of its configuration sees.',
  remediation:
    'Give the program the ARN of the secret, or let the container agent inject it (Secrets, Type SECRETS_MANAGER).',
  types: Object.keys(VARIABLES),
  scope: 'resource',
  evaluate: (resource) =>
    (VARIABLES[resource.type] ?? [])
      .flatMap((read) => read(resource))
      .map(({ name, found }) => judgeVariable(name, found, resource)),
};
