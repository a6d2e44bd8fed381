export { coversAction } from './actions';
export { accountIdOf, arnOfResource } from './arns';
export { Access } from './ask';
export { Documents } from './documents';
export { identitiesOf, type Identity } from './identities';
export { whenOf, whoOf } from './words';
