// Owns a GitHub API on loopback that accepts only what GitHub's own OpenAPI description accepts.
// Must not know who calls it; what it answers and how slowly is the test's choice.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Record<string, unknown>;
  /** Why GitHub would have refused it; empty when it would not. */
  readonly mistakes: readonly string[];
  readonly status: number;
}

export interface FakeGitHubOptions {
  /** Status instead of success, e.g. 403; called for every request, counted from 0. */
  readonly fail?: (request: number) => number | undefined;
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
}

export interface FakeGitHub extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** All that was ever sent, for secrets to be looked for. */
  everything(): string;
}

interface Operation {
  readonly method: string;
  readonly pattern: RegExp;
  readonly validate: ValidateFunction;
  readonly status: number;
}

const cutFile = new URL('../fixtures/github/openapi-cut.json', import.meta.url);

function operations(): Operation[] {
  const cut = JSON.parse(readFileSync(cutFile, 'utf8')) as {
    paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>;
  };
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(cut, 'github');
  return Object.entries(cut.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.requestBody !== undefined)
      .map(([method, operation]) => {
        const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/requestBody/content/application~1json/schema`;
        return {
          method: method.toUpperCase(),
          pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
          validate: ajv.compile({ $ref: `github#${pointer.replaceAll('{', '%7B').replaceAll('}', '%7D')}` }),
          status: Number(Object.keys(operation.responses)[0]),
        };
      }),
  );
}

export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const known = operations();
  const requests: RecordedRequest[] = [];
  const raw: string[] = [];
  let count = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const number = count++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const { method = '', url = '' } = request;
    raw.push(`${method} ${url}\n${text}`);
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const operation = known.find((one) => one.method === method && one.pattern.test(url));
    const mistakes = operation === undefined ? [`no such call: ${method} ${url}`] : mistakesOf(operation, body);
    const status = options.fail?.(number) ?? (mistakes.length > 0 ? 422 : (operation?.status ?? 404));
    requests.push({ method, path: url, authorization: request.headers.authorization ?? '', body, mistakes, status });
    if (options.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status < 300 ? { id: 4711, ...body } : { message: mistakes.join('; ') || 'no' }));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    everything: () => raw.join('\n'),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function mistakesOf(operation: Operation, body: Record<string, unknown>): string[] {
  const mistakes: string[] = [];
  if (!operation.validate(body)) {
    mistakes.push(...(operation.validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
  }
  // GitHub's own rule, which its description does not hold.
  if (body.status === 'completed' && body.conclusion === undefined) mistakes.push('completed needs a conclusion');
  return mistakes;
}
