import { OneOf, templateFromObject, Unknown } from '../../lib/template';

function functionOf(globals: unknown, properties: unknown, type = 'AWS::Serverless::Function', more: object = {}) {
  const body = {
    Transform: 'AWS::Serverless-2016-10-31',
    Globals: globals,
    Resources: { Subject: { Type: type, ...more, ...(properties === undefined ? {} : { Properties: properties }) } },
  };
  return templateFromObject('test.json', body).resource('Subject')?.properties;
}

describe('Globals of the Serverless Application Model', () => {
  test('say what a resource does not say', () => {
    expect(functionOf({ Function: { Tracing: 'Active' } }, { Runtime: 'nodejs22.x' })).toEqual({
      Tracing: 'Active',
      Runtime: 'nodejs22.x',
    });
    expect(functionOf({ Function: { Tracing: 'Active' } }, undefined)).toEqual({ Tracing: 'Active' });
  });

  test('give way to what the resource says, map by map', () => {
    const globals = { Function: { Tracing: 'Active', Environment: { Variables: { A: '1', B: '1' } } } };
    expect(functionOf(globals, { Tracing: 'PassThrough', Environment: { Variables: { B: '2' } } })).toEqual({
      Tracing: 'PassThrough',
      Environment: { Variables: { A: '1', B: '2' } },
    });
  });

  test('stand before the items of a list', () => {
    expect(functionOf({ Function: { Layers: ['a'] } }, { Layers: ['b'] })).toEqual({ Layers: ['a', 'b'] });
  });

  test('are not mixed into functions of CloudFormation', () => {
    const globals = { Function: { Environment: { Variables: { A: '1' } } } };
    const own = { Environment: { 'Fn::If': ['Never', { Variables: {} }, { Ref: 'AWS::NoValue' }] } };
    expect(functionOf(globals, own)?.['Environment']).not.toHaveProperty('Variables');
  });

  test.each<[string, unknown]>([
    ['Ref', { Ref: 'P' }],
    ['Condition', { Condition: 'C' }],
    ['Fn::Sub', { 'Fn::Sub': 'x' }],
  ])('give way to %s, on either side', (_, intrinsic) => {
    const map = { A: '1', B: '2' };
    const environment = (general: unknown, special: unknown) =>
      functionOf({ Function: { E: { V: general } } }, { E: { V: special } })?.['E'];
    expect(environment(map, intrinsic)).toEqual(environment('x', intrinsic));
    expect(environment(intrinsic, map)).toEqual({ V: map });
  });

  test('are mixed with a map of one key, and with one whose first key only looks like a function', () => {
    const mixed = (special: object) => functionOf({ Function: { E: { A: '1' } } }, { E: special })?.['E'];
    expect(mixed({ B: '2' })).toEqual({ A: '1', B: '2' });
    expect(mixed({ Ref: 'x', B: '2' })).toEqual({ A: '1', Ref: 'x', B: '2' });
    expect(mixed({ Reference: 'x' })).toEqual({ A: '1', Reference: 'x' });
    expect(mixed({ MyRef: 'x' })).toEqual({ A: '1', MyRef: 'x' });
    expect(mixed({})).toEqual({ A: '1' });
  });

  test('give way to a value of another kind', () => {
    const said = (general: unknown, special: unknown) =>
      functionOf({ Function: { X: general } }, { X: special })?.['X'];
    expect(said(['a'], 'b')).toBe('b');
    expect(said('a', ['b'])).toEqual(['b']);
    expect(said({ A: 1 }, ['b'])).toEqual(['b']);
    expect(said(['a'], { A: 1 })).toEqual({ A: 1 });
    expect(said({ A: 1 }, null)).toBeNull();
  });

  test('are left out where the resource says so', () => {
    const globals = { Function: { Tracing: 'Active', Timeout: 3, Environment: { Variables: { A: '1' } } } };
    const ignoring = (IgnoreGlobals: unknown) =>
      functionOf(globals, { Runtime: 'x' }, 'AWS::Serverless::Function', { IgnoreGlobals });
    expect(ignoring('*')).toEqual({ Runtime: 'x' });
    expect(ignoring(['Tracing', 'Environment'])).toEqual({ Runtime: 'x', Timeout: 3 });
    expect(ignoring([])).toEqual({ Runtime: 'x', ...globals.Function });
  });

  test('are resolved for what the model makes by itself, where a resource exists', () => {
    const body = {
      Parameters: { Env: { Type: 'String' } },
      Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] } },
      Globals: { Api: { Name: { 'Fn::Sub': 'api' }, Auth: { 'Fn::If': ['Prod', { A: 1 }, { A: 2 }] } } },
      Resources: { Always: { Type: 'T' }, Only: { Type: 'T', Condition: 'Prod' } },
    };
    const template = templateFromObject('test.json', body);
    const globals = (id: string) => {
      const resource = template.resource(id);
      return resource && template.globalsFor(resource);
    };
    expect(globals('Only')).toEqual({ Api: { Name: 'api', Auth: { A: 1 } } });
    expect(globals('Always')).toEqual({ Api: { Name: 'api', Auth: new OneOf([{ A: 1 }, { A: 2 }]) } });
    const without = templateFromObject('none.json', { Globals: 'no map', Resources: { Always: { Type: 'T' } } });
    expect(without.resources.map((resource) => without.globalsFor(resource))).toEqual([{}]);
  });

  test('that a macro brings are not known', () => {
    const Globals = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://x' } } };
    const template = templateFromObject('test.json', { Globals, Resources: { Always: { Type: 'T' } } });
    expect(template.resources.map((resource) => template.globalsFor(resource))).toEqual([expect.any(Unknown)]);
  });

  test('mean their own type only', () => {
    expect(functionOf({ Function: { Tracing: 'Active' } }, {}, 'AWS::Serverless::Api')).toEqual({});
    expect(functionOf({ Function: { Tracing: 'Active' } }, {}, 'AWS::Lambda::Function')).toEqual({});
    expect(functionOf('no map', { Runtime: 'x' })).toEqual({ Runtime: 'x' });
  });
});
