export { residencyOf, type ResidencyOptions } from './answers/residency';
export { stackAbroad } from './answers/stack-abroad';
export { witnessOf } from './answers/witness';
export { EGRESS_PATHS, egressPathsOf, typesOfConcern, type Concern, type EgressPath } from './catalogue';
export { judgePath, scanResource, type Egress } from './judge';
export { coverOf, type Cover, type TransferBook } from './transfers';
