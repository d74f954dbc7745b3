/** A file instead of JSON: asked by the Accept header, or by `format=csv` where only a link can ask. */
export function wantsCsv(request: Request, searchParams: URLSearchParams): boolean {
  return searchParams.get('format') === 'csv' || (request.headers.get('accept') ?? '').includes('text/csv');
}
