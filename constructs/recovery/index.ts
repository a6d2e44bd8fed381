export * from './backup-evidence';
export * from './backup-rhythm';
export * from './restore-testing';
export * from './tiered-backup';
