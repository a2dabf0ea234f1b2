/** Serves the test pages on this machine. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../build-extension.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
};

/** A body, or a body with headers (for pages with a content security policy). */
export type Answer = string | { body: string; headers: Record<string, string> };

export interface TestServer {
  /** 'http://127.0.0.1:PORT' */
  readonly origin: string;
  /** The same pages under another origin, for cross-origin frames. */
  readonly otherOrigin: string;
  /** Serves `answer` at `path`, in place of a file. */
  serve(path: string, answer: Answer): void;
  close(): Promise<void>;
}

/**
 * Serves tests/e2e/pages at the root and node_modules below /node_modules/. Paths that leave those folders are not
 * found.
 */
export async function startServer(): Promise<TestServer> {
  const served = new Map<string, Answer>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const answer = served.get(path);
    try {
      if (answer !== undefined) {
        const { body, headers } = typeof answer === 'string' ? { body: answer, headers: {} } : answer;
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? TYPES['.html'], ...headers }).end(body);
        return;
      }
      const file = fileOf(path);
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    serve: (path, answer) => served.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fileOf(path: string): string {
  const inside = normalize(path.endsWith('/') ? `${path}index.html` : path);
  return inside.startsWith('/node_modules/') ? join(ROOT, inside) : join(PAGES, inside);
}
