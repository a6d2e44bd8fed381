import { asText } from '../../template';
import { at, expectation, judge, orAbsent } from '../check';
import type { Rule } from '../rule';

const MODELS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Bedrock::Agent': ['FoundationModel'],
  'AWS::Bedrock::ApplicationInferenceProfile': ['ModelSource.CopyFrom'],
  'AWS::Bedrock::DataSource': [
    'VectorIngestionConfiguration.ParsingConfiguration.BedrockFoundationModelConfiguration.ModelArn',
  ],
  'AWS::Bedrock::Flow': ['Definition.Nodes[].Configuration.Prompt.SourceConfiguration.Inline.ModelId'],
  'AWS::Bedrock::IntelligentPromptRouter': ['Models[].ModelArn'],
  'AWS::Bedrock::Prompt': ['Variants[].ModelId'],
  'AWS::BedrockAgentCore::Evaluator': ['EvaluatorConfig.LlmAsAJudge.ModelConfig.BedrockEvaluatorModelConfig.ModelId'],
  'AWS::Wisdom::AIPrompt': ['ModelId'],
};

const plainModel = expectation(
  'the plain id of a model',
  (value) => !/^(us|us-gov|eu|apac|jp|au|ca|global)\.|inference-profile\//.test(asText(value) ?? ''),
);

/**
 * Inference profiles across regions are known by a prefix of a geography (us., eu., apac., jp., au., global.) or
 * by an ARN of an inference profile.
 */
export const modelInRegion: Rule = {
  id: 'model-in-region',
  control: 'RES-10',
  message: 'The model may answer from another region.',
  remediation: 'Name a model of the region by its plain id.',
  types: Object.keys(MODELS),
  scope: 'resource',
  evaluate: (resource) =>
    judge(
      (MODELS[resource.type] ?? []).flatMap((path) => at(resource.properties, path)),
      orAbsent(plainModel),
    ),
};
