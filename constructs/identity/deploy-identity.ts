import type { EnvironmentTier } from '../../lib/model';

/** A GitHub repository whose workflows deploy. */
export interface GitHubSource {
  readonly platform: 'github';
  /** `owner/repository`. */
  readonly repository: string;
  /** Branch from which deployments come. */
  readonly branch: string;
  /** Environment of the deploying job; its protection rules are GitHub's. */
  readonly environment: string;
}

/** A project on gitlab.com whose pipelines deploy. */
export interface GitLabSource {
  readonly platform: 'gitlab';
  /** `group/project`. */
  readonly project: string;
  /** Branch from which deployments come. */
  readonly branch: string;
  /**
   * Tier of the environment of the deploying job, which must be a protected one. AWS knows a GitLab token by its subject
   * alone, and GitLab writes tier and protection into it, never the name.
   */
  readonly environmentTier: EnvironmentTier;
}

/**
 * What the subject of a project's tokens must be made of, in this order: the project's setting
 * `ci_id_token_sub_claim_components` (GitLab 18.7 or newer). By default the last two are missing, and no token matches.
 */
export const GITLAB_SUBJECT = ['project_path', 'ref_type', 'ref', 'environment_protected', 'deployment_tier'] as const;

export type DeploySource = GitHubSource | GitLabSource;

/** Where tokens of a source come from and what they must say. */
export interface DeployIdentity {
  readonly issuerUrl: string;
  readonly audience: string;
  /** Claims by condition key, all of which must match exactly. */
  readonly claims: Readonly<Record<string, string>>;
}

const PATH = /^[\w.-]+(\/[\w.-]+)+$/;
const WORD = /^[\w./-]+$/;

/**
 * What a token from `source` looks like (source of the claims: IAM condition keys of STS, which knows claims of GitHub
 * beside the subject since 2026 and none of GitLab, and the platforms' descriptions of their subject claims).
 * @throws Error when a part is empty or holds wildcards.
 */
export function deployIdentity(source: DeploySource): DeployIdentity {
  return source.platform === 'github' ? gitHub(source) : gitLab(source);
}

function gitHub({ repository, branch, environment }: GitHubSource): DeployIdentity {
  assertForm('repository', repository, PATH, 'owner/repository');
  assertForm('branch', branch, WORD, 'a branch without wildcards');
  assertForm('environment', environment, WORD, 'an environment without wildcards or spaces');
  const host = 'token.actions.githubusercontent.com';
  return {
    issuerUrl: `https://${host}`,
    audience: 'sts.amazonaws.com',
    claims: {
      [`${host}:aud`]: 'sts.amazonaws.com',
      [`${host}:sub`]: `repo:${repository}:environment:${environment}`,
      [`${host}:repository`]: repository,
      [`${host}:ref`]: `refs/heads/${branch}`,
      [`${host}:environment`]: environment,
    },
  };
}

function gitLab({ project, branch, environmentTier }: GitLabSource): DeployIdentity {
  assertForm('project', project, PATH, 'group/project');
  assertForm('branch', branch, WORD, 'a branch without wildcards');
  const host = 'gitlab.com';
  const subject: Record<(typeof GITLAB_SUBJECT)[number], string> = {
    project_path: project,
    ref_type: 'branch',
    ref: branch,
    environment_protected: 'true',
    deployment_tier: environmentTier,
  };
  return {
    issuerUrl: `https://${host}`,
    audience: `https://${host}`,
    claims: {
      [`${host}:aud`]: `https://${host}`,
      [`${host}:sub`]: GITLAB_SUBJECT.map((part) => `${part}:${subject[part]}`).join(':'),
    },
  };
}

function assertForm(name: string, value: string, form: RegExp, expected: string): void {
  if (!form.test(value)) {
    throw new Error(`found ${name} "${value}": expected ${expected}; anybody whose token matches could deploy`);
  }
}
