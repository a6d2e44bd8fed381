import { asText, get, isMap, Unknown, type Graph, type Template, type Value } from '../../template';
import { all, judge, noneOf, present, referred, type Found } from '../check';
import type { Rule } from '../rule';

const authorised = all(present, noneOf('NONE'));

/** An event of an API without an authoriser of its own takes the default of the API, or of the Globals where SAM makes the API. OPTIONS, which browsers call before they have credentials, is not judged. */
export const serverlessEventAuthorised: Rule = {
  id: 'serverless-event-authorised',
  control: 'WKL-08',
  message: 'Anybody can call the function through its API.',
  remediation: 'Set Auth.Authorizer on the event, or Auth.DefaultAuthorizer on the API or in Globals.',
  types: ['AWS::Serverless::Function'],
  scope: 'resource',
  evaluate: ({ template, properties }, { graph }) =>
    judge(
      eventsOf(properties['Events']).flatMap((event) => authoriserOf(event, template, graph)),
      authorised,
    ),
};

/** What kinds of APIs are called where an event names its own. */
const APIS: Readonly<Record<string, { readonly id: string; readonly global: string }>> = {
  Api: { id: 'RestApiId', global: 'Api' },
  HttpApi: { id: 'ApiId', global: 'HttpApi' },
};

interface ApiEvent {
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Value>>;
}

function eventsOf(events: Value | undefined): readonly ApiEvent[] {
  if (!isMap(events)) return [];
  return Object.entries(events).flatMap(([name, event]) => {
    const type = isMap(event) ? asText(event['Type']) : undefined;
    if (!isMap(event) || type === undefined || !APIS[type]) return [];
    const given = event['Properties'];
    const properties = isMap(given) ? given : {};
    return asText(properties['Method'])?.toLowerCase() === 'options' ? [] : [{ name, type, properties }];
  });
}

function authoriserOf({ name, type, properties }: ApiEvent, template: Template, graph: Graph): Found {
  const own = get(properties, 'Auth.Authorizer');
  const value = own ?? defaultOf(properties[APIS[type]?.id ?? ''], type, template, graph);
  return { path: `Events.${name}.Properties.Auth.Authorizer`, value };
}

function defaultOf(api: Value | undefined, type: string, { source }: Template, graph: Graph): Value | undefined {
  // Globals hold no intrinsic function that matters here: what stands there is set.
  if (api === undefined)
    return get(source['Globals'] as Value | undefined, `${APIS[type]?.global}.Auth.DefaultAuthorizer`);
  const target = referred(api, graph);
  if (!target?.type.startsWith('AWS::Serverless::')) return new Unknown('the API is not one that SAM makes');
  return get(target.properties, 'Auth.DefaultAuthorizer');
}
