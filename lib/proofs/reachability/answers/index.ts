export { answer } from './answer';
export { Cells } from './cells';
export { DeclaredFlows } from './declared';
export { gapsOf, type FlowGap, type FlowGaps } from './flow-gaps';
export { uninspected, type Uninspected } from './uninspected';
export { propertiesOf } from './properties';
export { QuestionError } from './question';
export { Subjects } from './subjects';
export { zonesOf, type Zone } from './zones';
