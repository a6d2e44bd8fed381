import { loadFunction, type Sent } from './load-function';

const handOff = { tokenReference: 'tok_9f8e7d6c5b4a', paymentReference: 'FEHD-2026-A1B2C3', provider: 'hosted-page' };
const message = (body: unknown, messageId = 'm1') => ({
  messageId,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const ALL_DONE = { batchItemFailures: [] };
const again = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });
let alarms: jest.SpyInstance;

beforeEach(() => {
  process.env['TABLE_PAYMENT_TOKENS'] = 'tokens';
  alarms = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => alarms.mockRestore());

function load(answer: (sent: Sent) => unknown = () => ({})) {
  return loadFunction('payment-token', answer);
}

function failingWith(name: string) {
  return load(() => {
    throw Object.assign(new Error(name), { name });
  });
}

describe('payment-token', () => {
  test('keeps the token reference and nothing else', async () => {
    const { handler, sent } = load();
    expect(await handler({ Records: [message({ ...handOff, payer: 'CHAN Tai Man', amount: 420 })] })).toEqual(ALL_DONE);
    expect(sent).toEqual([
      {
        command: 'Put',
        input: {
          TableName: 'tokens',
          Item: { ...handOff, receivedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
          ConditionExpression: 'attribute_not_exists(tokenReference)',
        },
      },
    ]);
  });

  test.each([
    ['plain', '4111111111111111'],
    ['grouped', '5555 5555 5555 4444'],
    ['with hyphens', '3782-822463-10005'],
    ['within a token', 'tok_4111111111111111'],
  ])('drops a message with a card number, %s, and never prints it', async (_, card) => {
    const { handler, sent } = load();
    expect(await handler({ Records: [message({ ...handOff, note: card })] })).toEqual(ALL_DONE);
    expect(sent).toEqual([]);
    expect(alarms.mock.calls.flat().join()).toContain('card-number-received');
    expect(alarms.mock.calls.flat().join()).not.toContain(card);
  });

  test('takes a time in milliseconds for what it is', async () => {
    const { handler, sent } = load();
    await handler({
      Records: [message({ ...handOff, at: 1763900000008 }), message({ ...handOff, at: 1763900000016 })],
    });
    expect(sent).toHaveLength(2);
  });

  test.each([
    ['no JSON', 'tok_9f8e7d6c5b4a'],
    ['JSON without fields', 'null'],
    ['a token of another form', { ...handOff, tokenReference: 'token' }],
    ['no payment', { ...handOff, paymentReference: undefined }],
    ['no provider', { ...handOff, provider: '' }],
  ])('has a message with %s delivered again, so that it ends among the dead letters', async (_, body) => {
    const { handler, sent } = load();
    expect(await handler({ Records: [message(body, 'bad'), message(handOff, 'good')] })).toEqual(again('bad'));
    expect(sent).toHaveLength(1);
  });

  test('accepts the second delivery of a token', async () => {
    expect(await failingWith('ConditionalCheckFailedException').handler({ Records: [message(handOff)] })).toEqual(
      ALL_DONE,
    );
  });

  test('has a message delivered again when the table refuses', async () => {
    expect(await failingWith('ThrottlingException').handler({ Records: [message(handOff, 'm7')] })).toEqual(
      again('m7'),
    );
  });
});
