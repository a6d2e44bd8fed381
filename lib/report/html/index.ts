export { htmlReport, type HtmlReportOptions } from './html-report';
export type { Language } from './strings';
