import { HttpException } from '@nestjs/common';

/** A refusal of the edge itself (401, 403, 429, 503 …) with a code of its own; rules of the domain throw `DomainError`. */
export class StatusRefusal extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    english: string,
    /** Seconds after which a caller may try again. */
    readonly retryAfter?: number,
  ) {
    super(english, status);
  }
}
