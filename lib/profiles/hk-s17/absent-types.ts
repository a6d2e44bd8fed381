import data from './absent-types.json';

/** Resource types not published in ap-east-1 (source: cfn-lint 1.51.0, see the file's `source` and `caveat`). */
export const apEast1AbsentTypes: ReadonlySet<string> = new Set(data.absent);
