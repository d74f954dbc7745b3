import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { printFile } from '#lib/shared/table-file/print-file.ts';
import type { FileFormat, TableFile, Workbook } from '#lib/shared/table-file/table-file.ts';

/**
 * Rows as a file to save. They are drawn and printed only as fast as the reader takes them, and between two pieces
 * other requests get their turn.
 */
export function fileResponse(file: TableFile | Workbook, format: FileFormat): Response {
  const { fileName, mediaType, pieces } = printFile(file, format);
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        await setImmediate();
        const { done, value } = iterator.next();
        if (done) return controller.close();
        if (value.length > 0) return controller.enqueue(value);
      }
    },
  });
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`,
    },
  });
}
