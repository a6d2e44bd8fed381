import type { IPropertyInjector } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { StackDefaults } from '../stack-defaults';
import { computeDefaults } from './compute';
import { databaseDefaults } from './databases';
import { DefaultsInjector, type AnyClassDefaults } from './injector';
import { messagingDefaults } from './messaging';
import { secretDefaults } from './secrets';
import { storageDefaults } from './storage';

const ALL: readonly AnyClassDefaults[] = [
  ...computeDefaults,
  ...databaseDefaults,
  ...messagingDefaults,
  ...secretDefaults,
  ...storageDefaults,
];

/**
 * The injectors of a scope.
 * @param onUse Told of the scope in which a construct is made.
 */
export function injectors(stack: StackDefaults, onUse: (scope: IConstruct) => void): IPropertyInjector[] {
  return ALL.map((each) => new DefaultsInjector(each, stack, onUse));
}
