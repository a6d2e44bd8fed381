// Lambda's runtime brings the AWS SDK along; it is no dependency of the project. Here stands what handlers call of it.

declare module '@aws-sdk/client-macie2' {
  export class Macie2 {
    listOrganizationAdminAccounts(input: object): Promise<{ adminAccounts?: readonly { accountId?: string }[] }>;
    enableOrganizationAdminAccount(input: { adminAccountId: string }): Promise<unknown>;
    getMember(input: { id: string }): Promise<{ relationshipStatus?: string }>;
    createMember(input: { account: { accountId: string; email: string } }): Promise<unknown>;
    updateOrganizationConfiguration(input: { autoEnable: boolean }): Promise<unknown>;
    updateAutomatedDiscoveryConfiguration(input: {
      status: string;
      autoEnableOrganizationMembers: string;
    }): Promise<unknown>;
  }
}

declare module '@aws-sdk/client-inspector2' {
  export class Inspector2 {
    listDelegatedAdminAccounts(input: object): Promise<{ delegatedAdminAccounts?: readonly { accountId?: string }[] }>;
    enableDelegatedAdminAccount(input: { delegatedAdminAccountId: string }): Promise<unknown>;
    batchGetAccountStatus(input: {
      accountIds: readonly string[];
    }): Promise<{ accounts?: readonly { state?: { status?: string } }[] }>;
    associateMember(input: { accountId: string }): Promise<unknown>;
    enable(input: {
      accountIds?: readonly string[];
      resourceTypes: readonly string[];
    }): Promise<{ failedAccounts?: readonly object[] }>;
    updateOrganizationConfiguration(input: {
      autoEnable: { ec2: boolean; ecr: boolean; lambda: boolean };
    }): Promise<unknown>;
  }
}

declare module '@aws-sdk/client-route53resolver' {
  export class Route53Resolver {
    listFirewallDomainLists(input: { MaxResults: number; NextToken?: string }): Promise<{
      FirewallDomainLists?: readonly { Id?: string; Name?: string; ManagedOwnerName?: string }[];
      NextToken?: string;
    }>;
  }
}

declare module '@aws-sdk/client-transfer' {
  export class Transfer {
    startFileTransfer(input: {
      ConnectorId: string;
      SendFilePaths: readonly string[];
      RemoteDirectoryPath: string;
    }): Promise<{ TransferId?: string }>;
  }
}

declare module '@aws-sdk/client-securityhub' {
  export class SecurityHub {
    getMembers(input: { AccountIds: readonly string[] }): Promise<{ Members?: readonly { MemberStatus?: string }[] }>;
    createMembers(input: {
      AccountDetails: readonly { AccountId: string; Email: string }[];
    }): Promise<{ UnprocessedAccounts?: readonly object[] }>;
  }
}

declare module '@aws-sdk/client-detective' {
  export class Detective {
    listGraphs(input: object): Promise<{ GraphList?: readonly { Arn?: string }[] }>;
    getMembers(input: {
      GraphArn: string;
      AccountIds: readonly string[];
    }): Promise<{ MemberDetails?: readonly { Status?: string }[] }>;
    createMembers(input: {
      GraphArn: string;
      Accounts: readonly { AccountId: string; EmailAddress: string }[];
    }): Promise<{ UnprocessedAccounts?: readonly object[] }>;
  }
}

declare module '@aws-sdk/client-resource-groups-tagging-api' {
  export class ResourceGroupsTaggingAPI {
    getResources(input: {
      TagFilters: readonly { Key: string; Values: readonly string[] }[];
      ResourceTypeFilters: readonly string[];
      PaginationToken?: string;
    }): Promise<{ ResourceTagMappingList?: readonly { ResourceARN?: string }[]; PaginationToken?: string }>;
  }
}
