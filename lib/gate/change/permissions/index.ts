export { permissionsChange } from './permissions-change';
