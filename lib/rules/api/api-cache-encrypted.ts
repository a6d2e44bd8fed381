import { all, at, either, field, isNotTrue, isTrue, judge, NOT_APPLICABLE, some } from '../check';
import type { Rule } from '../rule';

const methodEncrypts = either(field('CachingEnabled', isNotTrue), field('CacheDataEncrypted', isTrue));

/** A stage with a cache encrypts by its settings for all methods. */
const stageEncrypts = either(
  all(field('CacheClusterEnabled', isNotTrue), field('CachingEnabled', isNotTrue)),
  field('CacheDataEncrypted', isTrue),
  field('MethodSettings', some(all(field('CacheDataEncrypted', isTrue)))),
);

/**
 * Off unless it is asked for. A cache is enabled for the stage (CacheClusterEnabled) or for methods
 * (CachingEnabled).
 */
export const apiCacheEncrypted: Rule = {
  id: 'api-cache-encrypted',
  control: 'KEY-01',
  message: 'Answers of the API are kept in a cache unencrypted.',
  remediation: 'Set CacheDataEncrypted to true wherever caching is enabled.',
  types: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::Serverless::Api'],
  scope: 'resource',
  evaluate: (resource) => {
    const isDeployment = resource.type === 'AWS::ApiGateway::Deployment';
    const root = isDeployment ? resource.properties['StageDescription'] : resource.properties;
    const path = isDeployment ? 'StageDescription' : '';
    if (root === undefined) return NOT_APPLICABLE;
    const settings = at(root, 'MethodSettings[]', path);
    return [...judge([{ path, value: root }], stageEncrypts), ...judge(settings, methodEncrypts)];
  },
};
