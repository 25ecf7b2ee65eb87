import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';

interface Reply {
  header(name: string, value: string): unknown;
}

/** Puts the revision of the answer into `ETag: W/"<revision>"`, for the next request's `If-Match`. */
@Injectable()
export class RevisionTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<Reply>();
    return next.handle().pipe(
      map((body) => {
        const revision = revisionOf(body);
        if (revision !== undefined) reply.header('etag', `W/"${String(revision)}"`);
        return body;
      }),
    );
  }
}

function revisionOf(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('revision' in body)) return undefined;
  return typeof body.revision === 'number' ? body.revision : undefined;
}
