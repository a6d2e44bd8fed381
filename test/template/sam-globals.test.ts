import { templateFromObject } from '../../lib/template';

function functionOf(globals: unknown, properties: unknown, type = 'AWS::Serverless::Function') {
  const body = {
    Transform: 'AWS::Serverless-2016-10-31',
    Globals: globals,
    Resources: { Subject: { Type: type, ...(properties === undefined ? {} : { Properties: properties }) } },
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

  test('mean their own type only', () => {
    expect(functionOf({ Function: { Tracing: 'Active' } }, {}, 'AWS::Serverless::Api')).toEqual({});
    expect(functionOf({ Function: { Tracing: 'Active' } }, {}, 'AWS::Lambda::Function')).toEqual({});
    expect(functionOf('no map', { Runtime: 'x' })).toEqual({ Runtime: 'x' });
  });
});
