export { policyDocumentation, waiverDocumentation, type RegisterDocumentation } from './documentation';
export { readRegister, type ReadRegister } from './read-register';
