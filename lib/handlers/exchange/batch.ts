/** What SQS hands to a function. */
export interface Batch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** What a function answers: the messages that are to come again. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** An event of EventBridge. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Does the work for each message; those for which it throws come again, and end among the dead letters. */
export async function overBatch({ Records }: Batch, work: (event: BusEvent) => Promise<void>): Promise<BatchAnswer> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of Records) {
    try {
      await work(JSON.parse(body) as BusEvent);
    } catch (error) {
      // Lambda takes what stands on standard error into the log.
      process.stderr.write(
        `${JSON.stringify({ messageId, error: error instanceof Error ? error.message : String(error) })}\n`,
      );
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
