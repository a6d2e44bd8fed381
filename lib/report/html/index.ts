export { htmlReport, type HtmlReportOptions } from './html-report';
export { pageStyle } from './page-files';
export type { Language } from './strings';
