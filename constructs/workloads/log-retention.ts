/** One year: the suggested minimum for infrastructure logs (Practice Guide for Security Log Management 4.2.3(2)). */
export const DEFAULT_LOG_RETENTION_DAYS = 365;
