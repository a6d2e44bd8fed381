export { withoutWaivers, withWaiver } from './edit-register';
export { newWaiver, type WaiverFields } from './new-waiver';
export { openRegister, writeRegister, type Register, type RegisterFlags } from './register';
export { unusedIn } from './unused-in';
