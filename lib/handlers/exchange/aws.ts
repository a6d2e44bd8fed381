import { KMS } from '@aws-sdk/client-kms';
import { S3 } from '@aws-sdk/client-s3';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { SSM } from '@aws-sdk/client-ssm';
import { Transfer } from '@aws-sdk/client-transfer';
import { deliverHttps } from './deliver-https';
import type { Exchange, Keys, Objects, ObjectVersion } from './ports';
import type { ExchangeSettings } from './settings';

/** What the functions reach, in AWS. */
export function exchangeOf(settings: ExchangeSettings): Exchange {
  const ssm = new SSM();
  return {
    objects: objectsOf(new S3()),
    keys: keysOf(new KMS()),
    switchSays: async () => (await ssm.getParameter({ Name: settings.switchName })).Parameter?.Value ?? 'nothing',
    deliver: deliveryOf(settings),
    now: () => new Date(),
  };
}

function objectsOf(s3: S3): Objects {
  return {
    size: async (object) => (await s3.headObject(of(object))).ContentLength ?? Number.POSITIVE_INFINITY,
    read: async (object) => bytesOf(await s3.getObject(of(object))),
    tags: async (object) => {
      const { TagSet = [] } = await s3.getObjectTagging(of(object));
      return Object.fromEntries(TagSet.map(({ Key = '', Value = '' }) => [Key, Value]));
    },
    text: async (bucket, key) => {
      try {
        return (await bytesOf(await s3.getObject({ Bucket: bucket, Key: key }))).toString('utf8');
      } catch (error) {
        if (nameOf(error) === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    create: async (bucket, key, body) => {
      try {
        await s3.putObject({ Bucket: bucket, Key: key, Body: body, IfNoneMatch: '*' });
        return true;
      } catch (error) {
        if (nameOf(error) === 'PreconditionFailed') return false;
        throw error;
      }
    },
    copy: async ({ bucket, key, versionId }, to, name) => {
      const source = `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}?versionId=${versionId}`;
      await s3.copyObject({ Bucket: to, Key: name, CopySource: source, TaggingDirective: 'REPLACE' });
    },
    remove: async (object) => {
      await s3.deleteObject(of(object));
    },
  };
}

function keysOf(kms: KMS): Keys {
  return {
    dataKey: async (keyId, context) => {
      const made = await kms.generateDataKey({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { ...context } });
      if (!made.Plaintext || !made.CiphertextBlob) throw new Error(`KMS made no key under ${keyId}`);
      return { plain: Buffer.from(made.Plaintext), wrapped: Buffer.from(made.CiphertextBlob) };
    },
    verify: async (keyId, message, signature) => {
      try {
        const { SignatureValid } = await kms.verify({
          KeyId: keyId,
          Message: message,
          MessageType: 'RAW',
          Signature: signature,
          SigningAlgorithm: 'ECDSA_SHA_256',
        });
        return SignatureValid === true;
      } catch (error) {
        if (nameOf(error) === 'KMSInvalidSignatureException') return false;
        throw error;
      }
    },
  };
}

function deliveryOf({ delivery, destination, buckets }: ExchangeSettings): Exchange['deliver'] {
  if (delivery.by === 'https') {
    const secrets = new SecretsManager();
    return async (sealed) => {
      const { SecretString = '{}' } = await secrets.getSecretValue({ SecretId: delivery.secret });
      const identity = JSON.parse(SecretString) as Parameters<typeof deliverHttps>[2];
      return { state: 'delivered', receipt: await deliverHttps(sealed, destination, identity) };
    };
  }
  const transfer = new Transfer();
  return async ({ key }) => {
    const { TransferId = '' } = await transfer.startFileTransfer({
      ConnectorId: delivery.connector,
      SendFilePaths: [`/${buckets.sealed}/${key}`],
      RemoteDirectoryPath: delivery.folder,
    });
    return { state: 'accepted', receipt: TransferId };
  };
}

async function bytesOf({
  Body,
}: {
  Body?: { transformToByteArray(): Promise<Uint8Array> } | undefined;
}): Promise<Buffer> {
  if (!Body) throw new Error('S3 answered without a body');
  return Buffer.from(await Body.transformToByteArray());
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function of({ bucket, key, versionId }: ObjectVersion): { Bucket: string; Key: string; VersionId: string } {
  return { Bucket: bucket, Key: key, VersionId: versionId };
}
