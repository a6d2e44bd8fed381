export { loadDocuments, type LoadedDocuments } from './load-documents';
