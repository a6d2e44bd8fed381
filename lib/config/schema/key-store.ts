import { z } from 'zod';
import { KEY_ALIAS, KEY_STORE_ID, KEY_STORE_TYPES } from '../../model';
import { slug } from './primitives';

const storedKey = z
  .strictObject({
    purpose: slug.describe('One of `keys`.').meta({ examples: ['data'] }),
    externalKeyId: z
      .string()
      .regex(/^[\w.-]{1,128}$/, 'expected up to 128 letters, digits and ".", "-" or "_"')
      .optional()
      .describe('Id of the key in the external key manager: AES with 256 bits, one for each key of the store.')
      .meta({ examples: ['fee-payment-data-1'] }),
    alias: z
      .string()
      .regex(KEY_ALIAS, 'expected alias/NAME of letters, digits, "/", "_" and "-", not below alias/aws/')
      .optional()
      .describe(
        'Alias of the key, where another has the usual one, alias/DEPARTMENT/PURPOSE/CLASSIFICATION: see docs/key-custody.md.',
      )
      .meta({ examples: ['alias/fee-payment/data/confidential-2'] }),
  })
  .describe('A key whose material stays in the store.');

export const keyStoreSchema = z
  .strictObject({
    id: z
      .string()
      .regex(KEY_STORE_ID, 'expected cks- and 17 digits or letters a to f, as aws kms describe-custom-key-stores tells')
      .describe('Id of the key store, of this account and the home region.')
      .meta({ examples: ['cks-1234567890abcdef0'] }),
    type: z
      .enum(KEY_STORE_TYPES)
      .describe(
        '`cloudhsm`: HSMs of the department’s own in AWS CloudHSM; `external`: a key manager outside of AWS, behind a proxy.',
      ),
    keys: z.array(storedKey).min(1).describe('Which of `keys` are in it; the one for logs stays in KMS.'),
  })
  .describe(
    'Key store of the department, which people make and connect before the first deployment: docs/key-custody.md.',
  );
export type KeyStoreConfig = z.infer<typeof keyStoreSchema>;
