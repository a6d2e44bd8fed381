import { customResource, type ResourceWork } from '../../lib/handlers/custom-resource';
import { answersTo, requestOf } from './support/custom-resource';

const nothing: ResourceWork = { id: () => 'made', set: async () => {}, remove: async () => {} };

describe('the answer to CloudFormation', () => {
  test('names the request that it answers', async () => {
    const answers = answersTo();
    await customResource(nothing, answers.ways)(requestOf('Create', {}), answers.run);
    expect(answers.sent).toEqual([
      {
        Status: 'SUCCESS',
        PhysicalResourceId: 'made',
        StackId: 'stack',
        RequestId: 'request',
        LogicalResourceId: 'Resource',
      },
    ]);
  });

  test('is sent again when it gets lost, after longer and longer pauses', async () => {
    const answers = answersTo(2);
    await customResource(nothing, answers.ways)(requestOf('Create', {}), answers.run);
    expect(answers.sent).toHaveLength(1);
    expect(answers.pauses).toEqual([1000, 2000]);
  });

  test('throws when it never arrives, so that Lambda calls again', async () => {
    const answers = answersTo(3);
    await expect(customResource(nothing, answers.ways)(requestOf('Create', {}), answers.run)).rejects.toThrow(
      'the network broke',
    );
    expect(answers.sent).toEqual([]);
  });

  test('a failure to make it keeps an id under which CloudFormation takes it back', async () => {
    const answers = answersTo();
    const failing: ResourceWork = { ...nothing, set: (): Promise<void> => Promise.reject(new Error('x'.repeat(5000))) };
    await customResource(failing, answers.ways)(requestOf('Create', {}), answers.run);
    expect(answers.sent[0]).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'Resource' });
    expect(String(answers.sent[0]?.['Reason']).length).toBeLessThanOrEqual(1000);
  });

  test('a failure to remove it is told', async () => {
    const answers = answersTo();
    const failing: ResourceWork = { ...nothing, remove: () => Promise.reject(new Error('in use')) };
    await customResource(failing, answers.ways)(requestOf('Delete', {}, 'made'), answers.run);
    expect(answers.sent[0]).toMatchObject({ Status: 'FAILED', Reason: 'Error: in use', PhysicalResourceId: 'made' });
  });
});
