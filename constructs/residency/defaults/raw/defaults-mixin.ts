import { CfnResource, Mixin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { property } from '../../property';
import { asInTemplate } from '../../template-of';
import { isOwn, type StackDefaults } from '../stack-defaults';
import { RAW_SETTINGS } from './settings';

/** Writes the settings of its type into a resource, where its template says nothing of them. */
export class DefaultsMixin extends Mixin {
  constructor(private readonly stack: StackDefaults) {
    super();
  }

  override supports(construct: IConstruct): construct is CfnResource {
    return CfnResource.isCfnResource(construct) && construct.cfnResourceType in RAW_SETTINGS && !isOwn(construct);
  }

  override applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) return;
    const given = asInTemplate(construct)[0]?.properties;
    const settings = RAW_SETTINGS[construct.cfnResourceType]?.(construct, this.stack, given) ?? {};
    for (const [path, value] of Object.entries(settings)) {
      const said = path.split('.').reduce<unknown>((found, key) => property(found, key), given);
      if (said === undefined) construct.addPropertyOverride(path, typeof value === 'function' ? value() : value);
    }
  }
}
