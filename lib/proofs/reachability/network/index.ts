export * from './bounded';
export * from './model';
export { INTERNET, networkOf, type Network } from './network';
export { ALL_PORTS, ALL_PROTOCOLS, PROTOCOL } from './protocols';
export { tagOf } from './survey';
export { PURPOSE_TAG, ZONE_TAGS } from './zones';
export { isCertain } from './certain';
export { wearersOf, type Wearer } from './wearers';
export { relaysOf, type Departure, type Door, type Exit, type Passed, type Relay } from './relays';
