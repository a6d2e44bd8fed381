import { BEDROCK_GEOGRAPHIES } from '../sources';
import type { PathRow } from '../row';

// One path, one line.
// prettier-ignore
export const aiPaths: readonly PathRow[] = [
  ['Bedrock::Agent', 'FoundationModel', 'inference-profile-prefix', 'data', 'critical', 'models', 'Model id or ARN of a cross-Region inference profile (global., apac., us., eu., jp., au.) sends prompts to other regions', '4b7d76bb1a4e293e', { source: BEDROCK_GEOGRAPHIES }],
  ['Bedrock::ApplicationInferenceProfile', 'ModelSource.CopyFrom', 'inference-profile-prefix', 'data', 'critical', 'models', 'Application profile copied from a cross-Region profile', '4cfe04077b4d87f2', { source: BEDROCK_GEOGRAPHIES }],
  ['Bedrock::DataSource', 'VectorIngestionConfiguration.ParsingConfiguration.BedrockFoundationModelConfiguration.ModelArn', 'inference-profile-prefix', 'data', 'high', 'models', 'Documents sent to the parsing model', '05e7517329874e22', { source: BEDROCK_GEOGRAPHIES }],
  ['Bedrock::Flow', 'Definition.Nodes[].Configuration.Prompt.SourceConfiguration.Inline.ModelId', 'inference-profile-prefix', 'data', 'critical', 'models', 'Flow prompt node model', 'c3e5226afca29852', { source: BEDROCK_GEOGRAPHIES }],
  ['Bedrock::Guardrail', 'CrossRegionConfig.GuardrailProfileArn', 'present', 'data', 'critical', 'models', 'Guardrail evaluates content in other regions', '117e8c98727d51f7', { to: 'other regions' }],
  ['Bedrock::IntelligentPromptRouter', 'Models[].ModelArn', 'inference-profile-prefix', 'data', 'critical', 'models', 'Prompt router model', '040f7d0235bb7200', { source: BEDROCK_GEOGRAPHIES }],
  ['Bedrock::KnowledgeBase', 'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn', 'arn-region-not-allowed', 'data', 'high', 'analysis', 'Documents sent to the embedding model', '42afb318cede00fc'],
  ['Bedrock::KnowledgeBase', 'StorageConfiguration.MongoDbAtlasConfiguration.Endpoint', 'external-host', 'data', 'critical', 'endpoints', 'Vectors stored in MongoDB Atlas', '42afb318cede00fc'],
  ['Bedrock::KnowledgeBase', 'StorageConfiguration.PineconeConfiguration.ConnectionString', 'external-host', 'data', 'critical', 'endpoints', 'Vectors stored in Pinecone', '42afb318cede00fc'],
  ['Bedrock::Prompt', 'Variants[].ModelId', 'inference-profile-prefix', 'data', 'critical', 'models', 'Prompt variant model', '63cb5b7f989bfc36', { source: BEDROCK_GEOGRAPHIES }],
  ['BedrockAgentCore::Evaluator', 'EvaluatorConfig.LlmAsAJudge.ModelConfig.BedrockEvaluatorModelConfig.ModelId', 'inference-profile-prefix', 'data', 'high', 'models', 'Evaluator model', 'fa2b0f705dcda5b6', { source: BEDROCK_GEOGRAPHIES }],
  ['BedrockAgentCore::GatewayTarget', 'CredentialProviderConfigurations[].CredentialProvider.IamCredentialProvider.Region', 'region-not-allowed', 'data', 'high', 'analysis', 'Gateway calls a service in another region', '9202f74ba19e62bf'],
  ['BedrockAgentCore::GatewayTarget', 'TargetConfiguration.Mcp.McpServer.Endpoint', 'external-host', 'data', 'critical', 'endpoints', 'Gateway calls an external MCP server', '9202f74ba19e62bf'],
  ['Lex::Bot', 'Replication.ReplicaRegions', 'region-not-allowed', 'data', 'critical', 'analysis', 'Bot (utterances, transcripts config) replicated to another region', '023833a7dd03f8d1'],
  ['Organizations::Policy', 'Type', 'value-in:AISERVICES_OPT_OUT_POLICY', 'data', 'info', 'models', 'AI services opt-out policy stops AWS AI services storing content outside the region for improvement', '47ba5b8bcdc19c53', { wanted: true }],
  ['QBusiness::Application', 'DisplayName', 'present', 'data', 'medium', 'exposure', 'Q Business is not in ap-east-1', '04e2daac28b454fb', { to: 'other regions' }],
  ['QBusiness::DataAccessor', 'Principal', 'present', 'data', 'high', 'sharing', 'Third party (ISV) may query the index', 'dc540e59132ee406', { to: 'outside AWS' }],
  ['Wisdom::AIPrompt', 'ModelId', 'inference-profile-prefix', 'data', 'high', 'models', 'Q in Connect model', '839755a4af72ed27', { source: BEDROCK_GEOGRAPHIES }],
];
