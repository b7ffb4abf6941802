import type { AddressInfo } from 'node:net';
import { CorpusError } from '../../model/errors.ts';
import { resultServer } from '../view/result-server.ts';
import { type Language, say } from '../wording/wording.ts';
import type { ViewRequest } from './view-arguments.ts';

/** `cewen view`: serves a result until it is stopped; `tell` gets what to print. Throws CorpusError. */
export async function viewCommand(
  { folder, port }: ViewRequest,
  language: Language,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (line: string) => void },
): Promise<void> {
  const server = await resultServer(folder, language);
  await new Promise<void>((resolve, reject) => {
    server.on('error', ({ code = '', message }: NodeJS.ErrnoException) => {
      const rule = code === 'EADDRINUSE' ? 'usage/port-in-use' : 'usage/port-refused';
      reject(new CorpusError(rule, `--port ${port}`, { reason: code || message }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  tell(say(language, 'view/ready', { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }));
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
