/** A question that cannot be asked of these templates; the message says why, and what could be asked. */
export class QuestionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'QuestionError';
  }
}
