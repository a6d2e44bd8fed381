import { resolve } from 'node:path';
import { type IPolicyValidationContext, Stage, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { readUnit, type Template } from '../template';
import { Places } from './places';
import type { Place, Subject } from './subject';

/**
 * The templates of an app as CDK wrote them, those of nested stacks and of stages included, of which CDK's context names
 * only some. Results are asked for on the stacks of the context: those of the stage on which the pack is registered.
 * @throws Error when a template of the context was not read: the pack would be silent about it.
 */
export function synthesizedSubject({ appConstruct, stackTemplates }: IPolicyValidationContext): Subject {
  const unit = readUnit(outdirOf(appConstruct));
  const places = new Places(appConstruct, templateFileOf);
  const read = new Set([...unit.graph.templates, ...unit.errors].map(({ path }) => resolve(path)));
  const asked = new Set(stackTemplates.map(({ templatePath }) => resolve(templatePath)));
  const missing = [...asked].filter((path) => !read.has(path));
  if (missing.length > 0)
    throw new Error(`expected to judge ${missing.join(', ')}, which the assembly in ${unit.path} does not hold`);
  const stages = new Set([...asked].flatMap((path) => stageOf(places.stack(path)) ?? []));
  return {
    graph: unit.graph,
    errors: unit.errors,
    scope: appConstruct,
    isWhole: true,
    concerns: (construct) => {
      const stage = Stage.of(construct);
      return stage !== undefined && stages.has(stage);
    },
    place: ({ template, logicalId }) => placeOf(template, logicalId),
  };

  function placeOf(template: Template, logicalId: string): Place | undefined {
    const [file = template.path, ...inner] = template.path.split('#');
    const key = [resolve(file), ...inner].join('#');
    const stage = stageOf(places.stack(key));
    if (stage && !stages.has(stage)) return undefined;
    return { construct: places.find(key, logicalId) ?? appConstruct, templatePath: resolve(file) };
  }
}

function stageOf(stack: Stack | undefined): Stage | undefined {
  return stack && Stage.of(stack);
}

function templateFileOf(stack: Stack): string {
  return resolve(outdirOf(Stage.of(stack)), stack.templateFile);
}

function outdirOf(stage: IConstruct | undefined): string {
  if (Stage.isStage(stage)) return stage.outdir;
  throw new Error(
    `expected a stage, found "${stage?.node.path}": stacks are judged as part of an App, with one version of aws-cdk-lib`,
  );
}
