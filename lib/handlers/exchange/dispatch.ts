import { dayAt } from '../../model';
import { approvalOf, approvalStatement, type Approval } from './approval';
import type { Exchange, ObjectVersion } from './ports';
import { record, recordKey } from './record';
import { seal } from './seal';
import { sha256, tagProblem } from './screen';
import type { ExchangeSettings } from './settings';

/**
 * Takes an approval: when it is the approvers’ own, of an object that was screened, while the transfer is in force and the
 * kill switch open, the object is sealed for its recipient and sent. Everything else is refused and recorded.
 * @throws Error when something did not answer: it is tried again.
 */
export async function dispatch(paper: ObjectVersion, exchange: Exchange, settings: ExchangeSettings): Promise<void> {
  const { objects } = exchange;
  const approval = approvalOf((await objects.read(paper)).toString('utf8'));
  if (!approval) {
    await record('refused', paper, { because: 'it is no approval', approval: paper.key }, exchange, settings);
    return;
  }
  const object: ObjectVersion = { bucket: settings.buckets.staging, key: approval.key, versionId: approval.versionId };
  if (await isSent(object.versionId, exchange, settings)) return;
  const because = (await paperProblem(approval, exchange, settings)) ?? (await momentProblem(exchange, settings));
  if (because !== undefined) {
    await record('refused', object, { because, approval: paper.key }, exchange, settings);
    return;
  }
  const body = await objects.read(object);
  const problem = sha256(body) === approval.sha256 ? tagProblem(await objects.tags(object), settings) : CHANGED;
  if (problem !== undefined) {
    await record('refused', object, { because: problem, approval: paper.key }, exchange, settings);
    return;
  }
  await send(object, body, paper, exchange, settings);
}

const CHANGED = 'its content is not what was approved';

async function send(
  object: ObjectVersion,
  body: Buffer,
  paper: ObjectVersion,
  exchange: Exchange,
  settings: ExchangeSettings,
): Promise<void> {
  const { transfer, buckets, dataKey, recipientKey } = settings;
  const name = object.key.replace(/^.*\//, '');
  const hash = sha256(body);
  const context = { transfer: transfer.id, versionId: object.versionId };
  const { plain, wrapped } = await exchange.keys.dataKey(dataKey, context);
  const sealed = seal(body, plain, recipientKey, { transfer: transfer.id, name, sha256: hash });
  plain.fill(0);
  const key = `${object.versionId}/${exchange.now().getTime()}/${name}.sealed`;
  await exchange.objects.create(buckets.sealed, key, sealed);
  const { state, receipt } = await exchange.deliver({ key, name: `${name}.sealed`, body: sealed });
  const details = {
    sha256: hash,
    sealedSha256: sha256(sealed),
    // Opens the sealed copy for auditors, by the exchange’s own key and this context.
    dataKey: wrapped.toString('base64'),
    context,
    approval: paper.key,
    approvalVersionId: paper.versionId,
    receipt,
  };
  await record(state, object, details, exchange, settings);
}

/** Events arrive more than once. */
async function isSent(versionId: string, { objects }: Exchange, { buckets }: ExchangeSettings): Promise<boolean> {
  for (const step of ['delivered', 'accepted'] as const) {
    if ((await objects.text(buckets.records, recordKey(versionId, step))) !== undefined) return true;
  }
  return false;
}

/** What is wrong with an approval. */
async function paperProblem(
  approval: Approval,
  { keys, objects }: Exchange,
  { transfer, destination, approvalKey, buckets }: ExchangeSettings,
): Promise<string | undefined> {
  if (approval.transfer !== transfer.id) return `it approves the transfer ${approval.transfer}, not ${transfer.id}`;
  if (approval.destination !== destination) return `it approves ${approval.destination}, not ${destination}`;
  const signature = Buffer.from(approval.signature, 'base64');
  if (!(await keys.verify(approvalKey, approvalStatement(approval), signature)))
    return 'its signature is not the approvers’';
  const screened = await objects.text(buckets.records, recordKey(approval.versionId, 'screened'));
  if (screened === undefined) return 'the object was not screened, or was put into quarantine';
  const { key, sha256: hash } = JSON.parse(screened) as { readonly key?: string; readonly sha256?: string };
  return key === approval.key && hash === approval.sha256 ? undefined : CHANGED;
}

/** Why nothing may leave now. */
async function momentProblem(
  { now, switchSays }: Exchange,
  { transfer, timeZone }: ExchangeSettings,
): Promise<string | undefined> {
  const today = dayAt(now(), timeZone);
  if (today < transfer.start) return `the transfer begins on ${transfer.start}`;
  if (today > transfer.expires) return `the transfer expired on ${transfer.expires}`;
  const says = await switchSays();
  return says === 'open' ? undefined : `the kill switch says ${says}`;
}
