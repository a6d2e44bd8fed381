const {
  SecretsManagerClient,
  GetRandomPasswordCommand,
  PutSecretValueCommand,
} = require('@aws-sdk/client-secrets-manager');

const secrets = new SecretsManagerClient();

/** Changes the credential of the payment gateway; the gateway takes it from the pending version. */
exports.handler = async ({ SecretId, ClientRequestToken, Step }) => {
  if (Step !== 'createSecret') return;
  const { RandomPassword } = await secrets.send(new GetRandomPasswordCommand({ PasswordLength: 32 }));
  await secrets.send(
    new PutSecretValueCommand({
      SecretId,
      ClientRequestToken,
      SecretString: RandomPassword,
      VersionStages: ['AWSPENDING'],
    }),
  );
};
