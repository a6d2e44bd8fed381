export { htmlReport, type HtmlReportOptions } from './html-report';
export { escaped, policySum } from './markup';
export { pageStyle } from './page-files';
export type { Language } from './strings';
