import type { Image } from '@waymark/contract';
import { offline, ProblemError, problemOf } from '../../api/problem';
import { routeOf } from '../../api/route-of';
import { currentToken, refreshToken } from '../../api/token';

interface Sending {
  projectId: string;
  file: Blob;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** `fetch` tells nothing of how far a body has got, so this is the one request that is made the older way. */
function post(path: string, token: string, { file, onProgress, signal }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    request.open('POST', path);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const headers = new Headers();
      for (const name of ['content-type', 'x-request-id']) headers.set(name, request.getResponseHeader(name) ?? '');
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('The image was called off', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', cancel);
    signal.addEventListener('abort', cancel);
    request.send(file);
  });
}

/** Adds an image to a project. Throws ProblemError, or AbortError where it was called off. */
export async function sendImage(sending: Sending): Promise<Image> {
  const path = (await routeOf('addImage')).path.replace(':id', sending.projectId);
  const token = currentToken() ?? (await refreshToken(null));
  let response = await post(path, token, sending);
  if (response.status === 401) response = await post(path, await refreshToken(token), sending);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Image;
}

/** What the server says of the picture itself, or of anything else. */
export function imageFailure(error: unknown, otherwise: (error: unknown) => string): string {
  const problem = error instanceof ProblemError ? error : null;
  return problem?.errors[0]?.message ?? (problem?.code === 'conflict' ? problem.detail : null) ?? otherwise(error);
}
