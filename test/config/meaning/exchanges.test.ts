import { generateKeyPairSync } from 'node:crypto';
import { copyOfBase, loadChanged, type Change } from '../support/change';

const pem = (bits: number) =>
  String(generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ type: 'spki', format: 'pem' }));
const FILES = { 'recipient.pem': pem(2048), 'short.pem': pem(1024), 'none.pem': 'no key' };

const EXCHANGE = `      - name: directory-exchange
        type: exchange
        transfer: directory
        senders: [directory-editor]
        approvers: [release-officer]
        recipientKey: recipient.pem
        delivery:
          by: https
          credentialsSecretArn: arn:aws:secretsmanager:ap-east-1:110000000011:secret:recipient-AbCdEf
`;
const TRANSFER = `transfers:
  - id: directory
    data: Public directory
    classification: UNCLASSIFIED
    from: ap-east-1
    to: files.example.mo
    mechanism: HTTPS
    legalBasis: Consent of the department
    approver: DITSO
    start: 2026-01-01
    expires: 2027-12-31
`;

/** Problems of the exchange above, changed: key and message, without those of its network. */
function problemsOf(...changes: readonly Change[]): readonly string[] {
  const change = (text: string) => changes.reduce((all, [from, to]) => all.replace(from, () => to), text);
  const importer = '      - name: importer\n';
  const insert: readonly Change[] = [
    [importer, `${change(EXCHANGE)}${importer}`],
    ['transfers:\n', change(TRANSFER)],
  ];
  return loadChanged(insert, { folder: copyOfBase(FILES) })
    .problems.filter(({ path }) => !path.endsWith('interfaceEndpoints'))
    .map(({ path, message }) => `${path.replace(/^.*workloads\[\d+\]\./, '')}: ${message}`);
}

describe('an exchange', () => {
  test('needs ways to the services that it calls', () => {
    const insert: Change = ['      - name: importer\n', `${EXCHANGE}      - name: importer\n`];
    const { problems } = loadChanged([insert, ['transfers:\n', TRANSFER]], { folder: copyOfBase(FILES) });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('exchange "directory-exchange" of "portal-prod" calls kms, ssm, for which'),
    ]);
  });

  test.each<[string, readonly Change[], RegExp]>([
    [
      'a transfer that nobody registered',
      [['transfer: directory\n', 'transfer: directries\n']],
      /^transfer: there is no transfer named "directries"/,
    ],
    [
      'a transfer to no host',
      [['to: files.example.mo', 'to: the internet']],
      /^transfers\[0\]\.to: transfer "directory", which exchange .* leads to "the internet"/,
    ],
    [
      'somebody who approves their own',
      [['[release-officer]', '[directory-editor]']],
      /^approvers\[0\]: "directory-editor" hands in to exchange/,
    ],
    [
      'a server that nobody would know',
      [['by: https', 'by: sftp']],
      /^delivery\.by: exchange .* has no trustedHostKeys/,
    ],
    [
      'an endpoint without a service',
      [['by: https', 'by: private-link']],
      /^delivery\.by: exchange .* has no serviceName/,
    ],
    [
      'a key that is not there',
      [['recipient.pem', 'other.pem']],
      /^recipientKey: the recipient’s key of exchange .* is not there: other\.pem/,
    ],
    ['a key that is too short', [['recipient.pem', 'short.pem']], /^recipientKey: .* is rsa of 1024 bits/],
    ['what is no key', [['recipient.pem', 'none.pem']], /^recipientKey: .* cannot be read/],
  ])('is refused by %s', (_, changes, expected) => {
    expect(problemsOf(...changes)).toEqual([expect.stringMatching(expected)]);
  });

  test('is fine as it is', () => expect(problemsOf()).toEqual([]));
});
