export { classificationOf } from './classification';
export { coverOf, lifeOf, type Cover, type TransferBook } from './cover';
