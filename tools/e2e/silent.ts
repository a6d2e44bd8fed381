import type { IIoHost } from '@aws-cdk/toolkit-lib';

/** Nobody is asked, and what fails is thrown. */
export const SILENT: IIoHost = {
  notify: () => Promise.resolve(),
  requestResponse: (message) => Promise.resolve(message.defaultResponse),
};
