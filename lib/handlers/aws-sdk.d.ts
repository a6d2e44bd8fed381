// Lambda's runtime brings the AWS SDK along; it is no dependency of the project. Here stands what handlers call of it.

declare module '@aws-sdk/client-guardduty' {
  export class GuardDuty {
    listOrganizationAdminAccounts(input: object): Promise<{ AdminAccounts?: readonly { AdminAccountId?: string }[] }>;
    enableOrganizationAdminAccount(input: { AdminAccountId: string }): Promise<unknown>;
  }
}

declare module '@aws-sdk/client-macie2' {
  export class Macie2 {
    listOrganizationAdminAccounts(input: object): Promise<{ adminAccounts?: readonly { accountId?: string }[] }>;
    enableOrganizationAdminAccount(input: { adminAccountId: string }): Promise<unknown>;
  }
}

declare module '@aws-sdk/client-inspector2' {
  export class Inspector2 {
    listDelegatedAdminAccounts(input: object): Promise<{ delegatedAdminAccounts?: readonly { accountId?: string }[] }>;
    enableDelegatedAdminAccount(input: { delegatedAdminAccountId: string }): Promise<unknown>;
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
