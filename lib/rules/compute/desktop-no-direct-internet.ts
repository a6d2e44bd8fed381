import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const desktopNoDirectInternet: Rule = {
  id: 'desktop-no-direct-internet',
  control: 'NET-04',
  message: 'Desktops and applications that are streamed reach the internet past the inspection.',
  remediation: 'Set EnableDefaultInternetAccess to false and let the subnets lead to the central egress.',
  types: ['AWS::AppStream::AppBlockBuilder', 'AWS::AppStream::Fleet', 'AWS::AppStream::ImageBuilder'],
  scope: 'resource',
  evaluate: property('EnableDefaultInternetAccess', isNotTrue),
};
