import { asText, get, isMap, Unknown, type Graph, type Template, type Value } from '../../template';
import { all, judge, noneOf, present, referred, type Found } from '../check';
import type { Rule } from '../rule';
import { globalAuthoriser } from './global-authoriser';

const authorised = all(present, noneOf('NONE'));

/**
 * An event of an API without an authoriser of its own takes the default of the API, or of the Globals where SAM makes the API.
 * OPTIONS, which browsers call before they have credentials, is not judged.
 */
export const serverlessEventAuthorised: Rule = {
  id: 'serverless-event-authorised',
  control: 'WKL-08',
  message: 'Anybody can call it through its API.',
  remediation: 'Set Auth.Authorizer on the event, or Auth.DefaultAuthorizer on the API or in Globals.',
  types: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  scope: 'resource',
  evaluate: ({ template, properties }, { graph }) =>
    judge(authorisers(properties['Events'], template, graph), authorised),
};

/** Where an event names an API of its own, by the type of the event. */
const APIS: Readonly<Record<string, string>> = { Api: 'RestApiId', HttpApi: 'ApiId' };

const open = (path: string): Found => ({ path, value: new Unknown('what calls it is not known') });

function authorisers(events: Value | undefined, template: Template, graph: Graph): readonly Found[] {
  if (events === undefined) return [];
  if (!isMap(events)) return [open('Events')];
  return Object.entries(events).flatMap(([name, event]) => {
    const type = isMap(event) ? asText(event['Type']) : undefined;
    if (!isMap(event) || type === undefined) return [open(`Events.${name}`)];
    return APIS[type] === undefined
      ? []
      : authoriserOf(`Events.${name}.Properties`, type, event['Properties'], template, graph);
  });
}

function authoriserOf(
  path: string,
  type: string,
  properties: Value | undefined,
  template: Template,
  graph: Graph,
): readonly Found[] {
  const given = properties ?? {};
  if (!isMap(given)) return [open(path)];
  const method = given['Method'];
  if (asText(method)?.toLowerCase() === 'options') return [];
  const value =
    get(given, 'Auth.Authorizer') ??
    defaultOf(given[APIS[type] ?? ''], { type, globals: template.source['Globals'] as Value | undefined }, graph);
  const isCertain = method === undefined || asText(method) !== undefined || authorised.test(value) === true;
  return [isCertain ? { path: `${path}.Auth.Authorizer`, value } : open(`${path}.Method`)];
}

function defaultOf(
  api: Value | undefined,
  { type, globals }: { readonly type: string; readonly globals: Value | undefined },
  graph: Graph,
): Value | undefined {
  if (api === undefined) return globalAuthoriser(globals, type);
  const target = referred(api, graph);
  if (!target?.type.startsWith('AWS::Serverless::')) return new Unknown('the API is not one that SAM makes');
  const { DefinitionBody, DefinitionUri, Auth } = target.properties;
  const defines = DefinitionBody !== undefined || DefinitionUri !== undefined;
  if (Auth === undefined && defines) return new Unknown('the definition of the API may ask for authorisation');
  return get(target.properties, 'Auth.DefaultAuthorizer');
}
