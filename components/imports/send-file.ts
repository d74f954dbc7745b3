'use client';
import { ApiProblem } from '#components/api-client.ts';

/** Sends a file with progress (0–1), which `fetch` cannot tell. Throws `ApiProblem` with the server's sentence. */
export function sendFile(file: File, onProgress: (share: number) => void): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    request.open('POST', '/api/v1/imports');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const answer = request.response as { id?: string; detail?: string } | null;
      if (request.status === 202 && answer?.id) return resolve({ id: answer.id });
      reject(
        new ApiProblem(request.status, answer?.detail ?? 'The file could not be taken. Please try again.'),
      );
    };
    request.onerror = () =>
      reject(new ApiProblem(0, 'The server cannot be reached. Check the connection and try again.'));
    request.send(body);
  });
}
