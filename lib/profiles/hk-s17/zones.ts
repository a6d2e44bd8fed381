import type { ZoneModel } from '../profile';

/**
 * Zones of the Hong Kong model. The internet DMZ, the trusted zone and the GNET DMZ follow the government cloud's
 * hosting site (reference/hk-controls section 10); dividing the trusted zone and adding inspection is ours.
 */
export const zones: readonly ZoneModel[] = [
  { name: 'internet-dmz', title: 'Internet DMZ', trust: 1, internetFacing: true },
  { name: 'government-dmz', title: 'Government network DMZ', trust: 2, internetFacing: false },
  { name: 'inspection', title: 'Inspection', trust: 3, internetFacing: false },
  { name: 'application', title: 'Application', trust: 4, internetFacing: false },
  { name: 'management', title: 'Management', trust: 5, internetFacing: false },
  { name: 'data', title: 'Data', trust: 6, internetFacing: false },
];
