/**
 * Prefixes of inference profiles that spread over regions, by where they may answer (Amazon Bedrock user guide,
 * geographic cross-region inference, read November 2026).
 */
const GEOGRAPHIES: Readonly<Record<string, string>> = {
  us: 'regions of the United States',
  'us-gov': 'regions of AWS GovCloud (US)',
  eu: 'regions of Europe',
  apac: 'regions of Asia and the Pacific',
  jp: 'regions of Japan',
  au: 'regions of Australia',
  ca: 'regions of Canada and the United States',
  global: 'every commercial region',
};

const NAMES = Object.keys(GEOGRAPHIES).join('|');
const PREFIX = new RegExp(`^(?:.*inference-profile/)?(${NAMES})\\.`);
/** Anywhere in a text a prefix counts only before the name of a provider of models: `us.example.com` is a host. */
const PROVIDERS = 'ai21|amazon|anthropic|cohere|deepseek|luma|meta|mistral|openai|qwen|stability|twelvelabs|writer';
const ANYWHERE = new RegExp(`(?:^|[^A-Za-z0-9_.-])(${NAMES})\\.(?:${PROVIDERS})\\.`);

/** Where a model may answer from when its id is that of an inference profile; undefined for a plain id. */
export function geographyOf(modelId: string): string | undefined {
  return wordsFor(PREFIX.exec(modelId)?.[1]);
}

/** The same for an inference profile that is named somewhere in a text. */
export function geographyIn(text: string): string | undefined {
  return text.includes('.') ? wordsFor(ANYWHERE.exec(text)?.[1]) : undefined;
}

function wordsFor(prefix: string | undefined): string | undefined {
  return prefix === undefined ? undefined : GEOGRAPHIES[prefix];
}
