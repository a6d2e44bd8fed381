/** Events in the form of the Hooks User Guide, “Create Lambda functions to evaluate resources for Lambda Hooks”. */
const ACCOUNT = '111122223333';
const HERE = { account: ACCOUNT, name: 'portal' };
const STACK_ID = stackId(ACCOUNT, 'portal');
const URL = 'https://cloudformation-hooks.s3.ap-east-1.amazonaws.com/payload?X-Amz-Signature=secret';

const common = {
  clientRequestToken: 'f8da6d11-b23f-48f4-814c-0fb6a667f50e',
  awsAccountId: ACCOUNT,
  hookTypeName: 'Lionrock::Deployment::Gate',
  hookTypeVersion: '00000008',
  hookModel: { LambdaFunction: `arn:aws:lambda:ap-east-1:${ACCOUNT}:function:Gate` },
  requestContext: { invocation: 1, callbackContext: null },
};

export function stackEvent(payload: string = URL, action = 'CREATE', { account, name } = HERE): object {
  return {
    ...common,
    awsAccountId: account,
    stackId: stackId(account, name),
    changeSetId: null,
    actionInvocationPoint: `${action}_PRE_PROVISION`,
    requestData: { targetName: 'STACK', targetType: 'STACK', targetLogicalId: name, payload },
  };
}

export function changeSetEvent(): object {
  const changeSetId = `arn:aws:cloudformation:ap-east-1:${ACCOUNT}:changeSet/first/1a2345b6-0000-00a0-a123-00abc0abc000`;
  return {
    ...common,
    stackId: STACK_ID,
    changeSetId,
    requestData: { targetName: 'CHANGE_SET', targetType: 'CHANGE_SET', targetLogicalId: changeSetId, payload: URL },
  };
}

export function resourceEvent(type: string, properties: object): object {
  return {
    ...common,
    stackId: STACK_ID,
    actionInvocationPoint: 'CREATE_PRE_PROVISION',
    requestData: {
      targetName: type,
      targetType: type,
      targetLogicalId: 'Subject',
      targetModel: { resourceProperties: properties, previousResourceProperties: null },
    },
  };
}

/** Cloud Control knows no stack, and makes up a logical id. */
export function cloudControlEvent(type: string, properties: object): object {
  return {
    ...common,
    stackId: '',
    changeSetId: '',
    actionInvocationPoint: 'CREATE_PRE_PROVISION',
    requestData: {
      targetName: type,
      targetType: 'RESOURCE',
      targetLogicalId: 'CloudControl/1',
      targetModel: { resourceProperties: properties },
    },
  };
}

function stackId(account: string, name: string): string {
  return `arn:aws:cloudformation:ap-east-1:${account}:stack/${name}/1a2345b6-0000-00a0-a123-00abc0abc000`;
}
