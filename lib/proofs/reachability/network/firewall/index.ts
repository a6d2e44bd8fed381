export { firewallPackets } from './policy';
