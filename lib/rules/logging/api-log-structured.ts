import { absent, at, field, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { ACCESS_LOG_TYPES, accessLogPath, inJson } from './access-log';

const inFields = field('Format', inJson);

/** Only an API that is logged is judged: whether it has to be is a rule of its own. */
export const apiLogStructured: Rule = {
  id: 'api-log-structured',
  control: 'LOG-06',
  severity: 'low',
  message: 'The access log is a line of text that the log account cannot search by field.',
  remediation: 'Write the Format of the access log in JSON.',
  types: ACCESS_LOG_TYPES,
  scope: 'resource',
  evaluate: (resource) => {
    const path = accessLogPath(resource);
    const settings = at(resource.properties, path).filter(({ value }) => absent.test(value) !== true);
    if (settings.length === 0) return NOT_APPLICABLE;
    const results = judge(settings, inFields);
    return results.map((result) =>
      result.status === 'fail' ? { ...result, property: `Properties.${path}.Format` } : result,
    );
  },
};
