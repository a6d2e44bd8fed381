import { z } from 'zod';
import { secretArn, slug } from './primitives';

const delivery = z
  .strictObject({
    by: z
      .enum(['sftp', 'https', 'private-link'])
      .describe(
        'SFTP by a connector of AWS Transfer Family; HTTPS with certificates on both sides, also by PrivateLink.',
      ),
    folder: z
      .string()
      .regex(/^\/(?!.*\.\.)[\w./-]*$/, 'expected a path that begins with /')
      .default('/')
      .describe('Folder at the recipient.'),
    credentialsSecretArn: secretArn
      .describe('Secret of the account, under its key for secrets, by which the exchange signs in at the recipient.')
      .meta({ examples: ['arn:aws:secretsmanager:ap-east-1:110000000011:secret:exchange/recipient-AbCdEf'] }),
    trustedHostKeys: z
      .array(
        z
          .string()
          .regex(/^(ssh-|ecdsa-)\S+ \S+/, 'expected a public key such as ssh-ed25519 AAAA…')
          .meta({ examples: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGcQxGmWmVmJ0mE1yP0q3mJb2yYk9Z0m3mC1b7f6d8eE'] }),
      )
      .default([])
      .describe('By SFTP: public keys by which the server is known.'),
    serviceName: z
      .string()
      .regex(/^com\.amazonaws\.vpce\.[a-z0-9-]+\.vpce-svc-[0-9a-z]+$/, 'expected com.amazonaws.vpce.REGION.vpce-svc-ID')
      .optional()
      .describe('By PrivateLink: endpoint service of the recipient; its private DNS name is the host of the transfer.')
      .meta({ examples: ['com.amazonaws.vpce.ap-east-1.vpce-svc-0a1b2c3d4e5f60718'] }),
    endpointZone: z.string().default('management').describe('By PrivateLink: zone in which the endpoint stands.'),
  })
  .describe('How objects reach the recipient.');

const roles = (what: string, example: string) =>
  z
    .array(
      z
        .string()
        .regex(/^[\w+=,.@/*?:-]{3,}$/, 'expected the name or ARN of a role')
        .meta({ examples: [example] }),
    )
    .min(1)
    .describe(what);

/** Keys of an exchange, beside its name. */
export const exchangeKeys = {
  type: z.literal('exchange').describe('Kind of workload.'),
  zone: z.string().default('application').describe('Zone in which it runs.'),
  transfer: slug
    .describe('Id of the transfer that it carries out; objects go to the host that the transfer names.')
    .meta({ examples: ['directory-to-macao'] }),
  senders: roles('Roles that hand objects in: names, wildcards allowed, or ARNs.', 'directory-editor'),
  approvers: roles('Roles that approve single objects; none of the senders.', 'directory-release-officer'),
  recipientKey: z
    .string()
    .min(1)
    .describe('File with the RSA public key of the recipient, as PEM, relative to the folder of this file.')
    .meta({ examples: ['keys/directory-recipient.pem'] }),
  delivery,
  maxMiB: z.int().min(1).max(100).default(20).describe('Largest object, in MiB.'),
  open: z.boolean().default(true).describe('Whether the kill switch stands open when the exchange is made.'),
} as const;
