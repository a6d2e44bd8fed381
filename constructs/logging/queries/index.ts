export { FLOW_FIELDS, GATEWAY_FLOW_FIELDS, GATEWAY_FLOW_PREFIX } from './flow-fields';
export { LogQueries, type LogQueriesProps } from './log-queries';
