import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, resolve } from 'node:path';
import { textPaths } from '../../write/text-file.ts';
import type { Language } from '../wording/wording.ts';
import { say } from '../wording/wording.ts';
import { ServedFiles } from './served-files.ts';
import { openTableSearch, type TableSearch } from './table-search.ts';
import { viewPage, viewScript, viewStyle } from './view-page.ts';

// The report has its program inside; it may load nothing. The page of the search may only ask this server.
const reportPolicy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";
const ownPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'";

/** A server of one result, for this machine only, that changes nothing. Throws `input/not-a-result`. */
export async function resultServer(folder: string, language: Language): Promise<Server> {
  const files = new ServedFiles(folder);
  const search = await openTableSearch(files);
  const server = createServer((request, response) => {
    answer({ folder, language, files, search, request, response }).catch((error: unknown) => {
      send(response, 500, 'text/plain; charset=utf-8', error instanceof Error ? error.message : String(error));
    });
  });
  return server;
}

interface Asked {
  readonly folder: string;
  readonly language: Language;
  readonly files: ServedFiles;
  readonly search: TableSearch | undefined;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer({ folder, language, files, search, request, response }: Asked): Promise<void> {
  const { method, headers, url = '/', socket } = request;
  // Another site's name that was made to lead here must not read the result.
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!own.includes(headers.host ?? '')) return send(response, 421, 'text/plain; charset=utf-8', 'another host');
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'text/plain; charset=utf-8', 'read only');
  }
  const at = url.indexOf('?');
  const name = decoded(at < 0 ? url : url.slice(0, at));
  const query = new URLSearchParams(at < 0 ? '' : url.slice(at));
  if (name === '/') {
    const page = viewPage(basename(resolve(folder)), files.names, search?.tables, language);
    return send(response, 200, 'text/html; charset=utf-8', page);
  }
  if (name === '/view.js') return send(response, 200, 'text/javascript; charset=utf-8', viewScript);
  if (name === '/view.css') return send(response, 200, 'text/css; charset=utf-8', viewStyle);
  if (name === '/search') return sendRows(response, search, query, language);
  const path = name === '/document' ? textOf(files, query.get('name') ?? '') : name?.slice(1);
  const file = path === undefined ? undefined : files.find(path);
  if (file === undefined) return send(response, 404, 'text/plain; charset=utf-8', say(language, 'view/not-found'));
  response.writeHead(200, {
    ...safety,
    'Content-Security-Policy': path === 'report.html' ? reportPolicy : ownPolicy,
    'Content-Type': file.type,
    'Content-Length': file.bytes,
  });
  if (method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

async function sendRows(
  response: ServerResponse,
  search: TableSearch | undefined,
  query: URLSearchParams,
  language: Language,
): Promise<void> {
  const json = (status: number, value: unknown) =>
    send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
  if (search === undefined) return json(501, { error: say(language, 'view/no-duckdb') });
  const from = /^\d{1,9}$/.test(query.get('from') ?? '') ? Number(query.get('from')) : 0;
  const [table = '', words = '', column = ''] = ['table', 'q', 'column'].map((name) => query.get(name) ?? '');
  const found = await search.search(table, words, column, from);
  if (found === undefined) return json(404, { error: say(language, 'view/not-found') });
  json(200, found);
}

/** The repaired text of a document. */
function textOf(files: ServedFiles, document: string): string | undefined {
  const path = textPaths([document]).get(document);
  return path !== undefined && files.names.includes(path) ? path : undefined;
}

const safety = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' };

function send(response: ServerResponse, status: number, type: string, text: string): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    ...safety,
    'Content-Security-Policy': ownPolicy,
    'Content-Type': type,
    'Content-Length': bytes.length,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** The path of an address; undefined where it is no proper one. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
