import type { NotApplicable } from '../model';
import { describe, type Graph, type Resource, type Template } from '../template';
import { DEPLOYMENT_SHOWN, TYPE_KNOWN, type ClaimRule } from './claims';
import { controlOf, TEMPLATE_TYPE, type Judged } from './draft';
import type { GateOptions } from './options';
import { isModule, strangeness } from './resource-types';

/** What templates deploy and do not show. */
export interface Shown {
  readonly judged: readonly Judged[];
  /** What others judge, where the unit is a part of an estate. */
  readonly left: readonly NotApplicable[];
}

/** A place where a template deploys something that stands elsewhere, or that nobody knows. */
interface Place {
  readonly rule: ClaimRule;
  readonly template: Template;
  /** Undefined for the template as a whole. */
  readonly resource?: Resource;
  /** Tells places of one template apart. */
  readonly name: string;
  readonly property?: string;
  /** What is not shown. */
  readonly because: string;
  /** Stacks are judged by themselves when they are made. */
  readonly isStack: boolean;
}

/** Resources that deploy a template, and where they say which. */
const DEPLOYING: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudFormation::Stack': ['TemplateURL'],
  'AWS::CloudFormation::StackSet': ['TemplateURL', 'TemplateBody'],
  'AWS::Serverless::Application': ['Location'],
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct': ['ProductId', 'ProductName'],
};

/** Macros of CloudFormation itself that add what the rules know: `AWS::Include`, which brings any text, is none. */
const KNOWN_MACROS: ReadonlySet<string> = new Set([
  'AWS::CodeDeployBlueGreen',
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::Serverless-2016-10-31',
  'AWS::ServiceCatalog',
]);

/** For a rotation schedule with a hosted function, these add a nested stack that holds the function. */
const ROTATION_MACRO = /^AWS::SecretsManager-/;

/**
 * What templates deploy and do not show. A nested stack, stack set or product whose template nobody gave, a macro and a
 * module are undecided, and so is a resource of a type that nobody knows. Of a part of an estate, stacks are left to the
 * judgement on them, and resources to the one on each where it follows.
 */
export function judgeShown(graph: Graph, options: GateOptions): Shown {
  const templates = graph.templates.filter(({ isBeside }) => !isBeside);
  const strange = templates.flatMap(({ resources }) => resources.flatMap(strangerAt));
  const places = options.alone ? [] : templates.flatMap((template) => placesIn(template, graph));
  const isLeft = ({ isStack }: Place) => options.part === true && (isStack || options.resourcesFollow === true);
  return {
    judged: [...strange, ...places.filter((place) => !isLeft(place))].map(judged),
    left: places.filter(isLeft).map(({ rule, template, resource, because }) => ({
      rule: rule.id,
      control: rule.control,
      template: template.path,
      logicalId: resource?.logicalId ?? '',
      because: `${because}: it is judged by itself when it is made`,
    })),
  };
}

function placesIn(template: Template, graph: Graph): readonly Place[] {
  return [
    ...macrosOf(template).map((name): Place => {
      const because = `macro ${name} may change everything when it is deployed`;
      return {
        rule: DEPLOYMENT_SHOWN,
        template,
        name: `macro ${name}`,
        property: 'Transform',
        because,
        isStack: false,
      };
    }),
    ...template.resources.flatMap((resource) => placesAt(resource, graph)),
  ];
}

function macrosOf({ transforms }: Template): readonly string[] {
  return [...new Set(transforms)].filter((name) => !KNOWN_MACROS.has(name));
}

/** A handler of somebody else need not ask the hook. */
function strangerAt(resource: Resource): readonly Place[] {
  const { template, type, logicalId, constructPath } = resource;
  const because = strangeness(type);
  if (because === undefined) return [];
  return [{ rule: TYPE_KNOWN, template, resource, name: constructPath ?? logicalId, because, isStack: false }];
}

function placesAt(resource: Resource, graph: Graph): readonly Place[] {
  const { template, type, logicalId, constructPath, properties } = resource;
  const place = { rule: DEPLOYMENT_SHOWN, template, resource, name: constructPath ?? logicalId };
  if (isModule(type)) return [{ ...place, because: `module ${type} makes resources of its own`, isStack: false }];
  if (hasHostedRotation(resource)) {
    const because = 'the macro adds a nested stack with the function that rotates, which no template shows';
    return [{ ...place, property: 'Properties.HostedRotationLambda', because, isStack: true }];
  }
  const [property, ...others] = DEPLOYING[type] ?? [];
  if (property === undefined || graph.deployedBy(resource)) return [];
  const named = [property, ...others].find((each) => properties[each] !== undefined) ?? property;
  const which = named === 'TemplateBody' ? 'made of values' : describe(properties[named]);
  const because = `the template that it deploys is not among those that were read: ${which}`;
  return [{ ...place, property: `Properties.${named}`, because, isStack: true }];
}

function hasHostedRotation({ type, template, properties }: Resource): boolean {
  if (type !== 'AWS::SecretsManager::RotationSchedule' || properties['HostedRotationLambda'] === undefined)
    return false;
  return template.transforms.some((name) => ROTATION_MACRO.test(name));
}

function judged({ rule, template, resource, name, property, because }: Place): Judged {
  return {
    rule,
    control: controlOf(rule),
    result: { status: 'unknown', ...(property === undefined ? {} : { property }), because },
    template,
    logicalId: resource?.logicalId ?? '',
    resourceType: resource?.type ?? TEMPLATE_TYPE,
    constructPath: resource?.constructPath,
    place: name,
    propertyIdentifies: false,
  };
}
