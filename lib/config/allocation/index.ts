export { allocateAddresses, type AllocatedAddresses } from './allocate';
export { AllocationError } from './draft';
