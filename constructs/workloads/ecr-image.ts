import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { URL_SUFFIXES } from '../../lib/model';

const IMAGE =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.(amazonaws\.[a-z.]+)\/([a-z0-9][a-z0-9._/-]*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;

const REMEDY = 'push the image to a private repository of the organisation and name it with a tag or digest';

/** A container image in a private registry. */
export interface EcrImage {
  readonly uri: string;
  /** Account of the registry. */
  readonly account: string;
  readonly region: string;
  /** Name of the repository within the registry. */
  readonly repository: string;
}

/**
 * Reads `123456789012.dkr.ecr.ap-east-1.amazonaws.com/team/app:1.4.2` or `…@sha256:…`.
 * @throws Error when the image is not literal, not in a private registry (CHG-08), has neither a version nor a digest,
 * or comes from another region than the stack's (RES-07).
 */
export function ecrImage(scope: Construct, uri: string): EcrImage {
  const fail = (found: string, remedy = REMEDY) =>
    new Error(
      `[${scope.node.path}] image: expected ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG or @DIGEST, ${found}; ${remedy}`,
    );
  if (Token.isUnresolved(uri)) throw fail('found a value that is only known at deployment', 'write the URI out');
  const [, account, region, suffix, repository, tag, digest] = IMAGE.exec(uri) ?? [];
  if (!account || !region || !repository || !isSuffix(suffix)) throw fail(`found "${uri}"`);
  if (!digest && (!tag || tag === 'latest')) throw fail(`found "${uri}", which names no fixed version`);
  const home = Stack.of(scope).region;
  if (!Token.isUnresolved(home) && home !== region) {
    throw fail(`found "${uri}" in ${region} for a stack in ${home}`, `copy the image to a registry in ${home}`);
  }
  return { uri, account, region, repository };
}

function isSuffix(text: string | undefined): boolean {
  return Object.values(URL_SUFFIXES).some((suffix) => suffix === text);
}
