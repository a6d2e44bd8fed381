export { outlineOf, type AttachmentPart, type HubPart, type Outline } from './outline';
