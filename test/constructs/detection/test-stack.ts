import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_kms as kms, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AlertTopic } from '../../../constructs/detection';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An app whose output is removed after the test file. */
function testApp(): App {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-test-'));
  folders.push(outdir);
  return new App({ outdir });
}

/** A stack that knows neither account nor region, unless told. */
export function testStack(props: StackProps = {}): Stack {
  return new Stack(testApp(), 'Test', props);
}

export function testKey(stack: Stack): kms.Key {
  return new kms.Key(stack, 'Key', { enableKeyRotation: true });
}

export function testTopic(stack: Stack): AlertTopic {
  return new AlertTopic(stack, 'Alerts', { encryptionKey: testKey(stack) });
}

/** The template of a stack, for expectations on it. */
export const expectTemplate = (stack: Stack): Template => Template.fromStack(stack);
