import { toProblem } from '../../api/client';
import { language } from '../../shared/language';

/** A file as bytes; with a body it is asked for by POST. */
export async function fetchFile(path: string, body?: unknown): Promise<ArrayBuffer> {
  const answer = await fetch(path, {
    credentials: 'same-origin',
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-hoptac-request': '1', 'accept-language': language },
          body: JSON.stringify(body),
        }),
  });
  if (!answer.ok) throw await toProblem(answer);
  return answer.arrayBuffer();
}
