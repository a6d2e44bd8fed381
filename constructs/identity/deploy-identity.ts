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
  /** Branch from which deployments come; it must be protected in GitLab. AWS is not told the environment. */
  readonly branch: string;
}

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
 * What a token from `source` looks like (source of the claims: IAM condition keys of STS for OIDC providers, and the
 * platforms' descriptions of their subject claims).
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

function gitLab({ project, branch }: GitLabSource): DeployIdentity {
  assertForm('project', project, PATH, 'group/project');
  assertForm('branch', branch, WORD, 'a branch without wildcards');
  const host = 'gitlab.com';
  return {
    issuerUrl: `https://${host}`,
    audience: `https://${host}`,
    claims: {
      [`${host}:aud`]: `https://${host}`,
      [`${host}:sub`]: `project_path:${project}:ref_type:branch:ref:${branch}`,
      [`${host}:ref_protected`]: 'true',
    },
  };
}

function assertForm(name: string, value: string, form: RegExp, expected: string): void {
  if (!form.test(value)) {
    throw new Error(`found ${name} "${value}": expected ${expected}; anybody whose token matches could deploy`);
  }
}
