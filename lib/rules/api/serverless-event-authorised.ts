import { asText, get, isList, isMap, Unknown, type Graph, type Resource, type Value } from '../../template';
import { expectation, judge, referred, type Found } from '../check';
import type { Rule } from '../rule';

/** SAM makes no authoriser of what is no name, such as `false`. */
const authorised = expectation('the name of an authoriser, not NONE', (value) => {
  if (isMap(value) || isList(value)) return 'unknown';
  return typeof value === 'string' && value !== '' && value.toUpperCase() !== 'NONE';
});

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
  evaluate: (resource, { graph }) => judge(authorisers(resource, graph), authorised),
};

/** Where an event names an API of its own, by the type of the event. */
const APIS: Readonly<Record<string, string>> = { Api: 'RestApiId', HttpApi: 'ApiId' };

const open = (path: string): Found => ({ path, value: new Unknown('what calls it is not known') });

function authorisers(resource: Resource, graph: Graph): readonly Found[] {
  const events = resource.properties['Events'];
  if (events === undefined) return [];
  if (!isMap(events)) return [open('Events')];
  return Object.entries(events).flatMap(([name, event]) => {
    const type = isMap(event) ? asText(event['Type']) : undefined;
    if (!isMap(event) || type === undefined) return [open(`Events.${name}`)];
    if (APIS[type] === undefined) return [];
    const path = `Events.${name}.Properties`;
    const given = event['Properties'] ?? {};
    return isMap(given) ? authoriserOf({ path, given, type, resource }, graph) : [open(path)];
  });
}

/** An event of an API. */
interface ApiEvent {
  readonly path: string;
  /** Its properties. */
  readonly given: { readonly [key: string]: Value };
  readonly type: string;
  /** Whose event it is. */
  readonly resource: Resource;
}

function authoriserOf(event: ApiEvent, graph: Graph): readonly Found[] {
  const { path, given } = event;
  const method = given['Method'];
  if (asText(method)?.toLowerCase() === 'options') return [];
  const value = get(given, 'Auth.Authorizer') ?? defaultOf(event, graph);
  const isCertain = method === undefined || asText(method) !== undefined || authorised.test(value) === true;
  return [isCertain ? { path: `${path}.Auth.Authorizer`, value } : open(`${path}.Method`)];
}

function defaultOf({ given, type, resource }: ApiEvent, graph: Graph): Value | undefined {
  const api = given[APIS[type] ?? ''];
  if (api === undefined) return get(resource.template.globalsFor(resource), `${type}.Auth.DefaultAuthorizer`);
  const target = referred(api, graph);
  if (!target?.type.startsWith('AWS::Serverless::')) return new Unknown('the API is not one that SAM makes');
  const { DefinitionBody, DefinitionUri, Auth } = target.properties;
  const defines = DefinitionBody !== undefined || DefinitionUri !== undefined;
  if (Auth === undefined && defines) return new Unknown('the definition of the API may ask for authorisation');
  return get(target.properties, 'Auth.DefaultAuthorizer');
}
