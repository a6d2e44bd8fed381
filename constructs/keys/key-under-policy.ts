import { aws_kms as kms, Resource } from 'aws-cdk-lib';
import type { aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { guardedStatements } from './guarded-statement';

interface KeyUnderPolicyProps {
  readonly keyArn: string;
  readonly keyId: string;
  /** Policy of the key, as what makes it writes it. */
  readonly policy: iam.PolicyDocument;
}

/**
 * A key of this account and region that a custom resource makes. CDK’s class for keys that are made elsewhere would do, but
 * for two things: it drops statements for the key’s policy in silence, and does not know by an ARN that is made at
 * deployment that account and region are the stack’s.
 */
export class KeyUnderPolicy extends Resource implements kms.IKey {
  readonly keyArn: string;
  readonly keyId: string;
  private readonly policy: iam.PolicyDocument;

  constructor(scope: Construct, id: string, { keyArn, keyId, policy }: KeyUnderPolicyProps) {
    super(scope, id);
    this.keyArn = keyArn;
    this.keyId = keyId;
    this.policy = policy;
  }

  get keyRef(): kms.KeyReference {
    return { keyArn: this.keyArn, keyId: this.keyId };
  }

  /** @throws Error when the statement allows everybody. */
  addToResourcePolicy(statement: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    this.policy.addStatements(...guardedStatements(this, statement));
    return { statementAdded: true, policyDependable: this.policy };
  }

  addAlias(aliasName: string): kms.Alias {
    return new kms.Alias(this, `Alias${aliasName}`, { aliasName, targetKey: this });
  }

  grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    return this.grants.actions(grantee, ...actions);
  }

  grantDecrypt(grantee: iam.IGrantable): iam.Grant {
    return this.grants.decrypt(grantee);
  }

  grantEncrypt(grantee: iam.IGrantable): iam.Grant {
    return this.grants.encrypt(grantee);
  }

  grantEncryptDecrypt(grantee: iam.IGrantable): iam.Grant {
    return this.grants.encryptDecrypt(grantee);
  }

  grantSign(grantee: iam.IGrantable): iam.Grant {
    return this.grants.sign(grantee);
  }

  grantVerify(grantee: iam.IGrantable): iam.Grant {
    return this.grants.verify(grantee);
  }

  grantSignVerify(grantee: iam.IGrantable): iam.Grant {
    return this.grants.signVerify(grantee);
  }

  grantGenerateMac(grantee: iam.IGrantable): iam.Grant {
    return this.grants.generateMac(grantee);
  }

  grantVerifyMac(grantee: iam.IGrantable): iam.Grant {
    return this.grants.verifyMac(grantee);
  }

  /** The account’s identity policies decide, as with every key of a department. */
  private get grants(): kms.KeyGrants {
    return kms.KeyGrants.fromKey(this, true);
  }
}
