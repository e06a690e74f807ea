#!/usr/bin/env node
// @ts-check
/**
 * Stands in for Prisma's schema engine binary, so that `prisma migrate dev|deploy|diff|status` need no download.
 *
 * prisma.config.ts points PRISMA_SCHEMA_ENGINE_BINARY here. The CLI starts this file and speaks JSON-RPC 2.0 with it,
 * one message a line; the methods are those of the WebAssembly engine. Before some commands it asks for a single
 * action instead: `… cli can-connect-to-database` or `… cli create-database`.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import pg from "pg";

import { connectionParts, openSchemaEngine } from "../app/kernel/migrations/schema-engine.server.mjs";

const DATABASE_MISSING = "3D000";
const DATABASE_EXISTS = "42P04";
/** The code the CLI expects in an error that a person should read. */
const KNOWN_ERROR = 4466;

const args = process.argv.slice(2);
const url = datasourceUrl() ?? process.env.DATABASE_URL;

if (args.includes("cli")) {
  process.exitCode = await runAction(args[args.indexOf("cli") + 1]);
} else {
  await serve();
}

/** `--datasource` is JSON, or the same in base64. */
function datasourceUrl() {
  const [datasource] = valuesOf("--datasource");
  if (!datasource) return undefined;
  const json = datasource.startsWith("{") ? datasource : Buffer.from(datasource, "base64").toString();
  return JSON.parse(json).url;
}

/** @param {string} name */
function valuesOf(name) {
  return args.filter((_, index) => args[index - 1] === name);
}

/**
 * @param {string | undefined} action
 * @returns {Promise<0 | 1>} the exit code
 */
async function runAction(action) {
  try {
    if (!url) throw new Error("No database is named: set DATABASE_URL.");
    if (action === "can-connect-to-database") await withClient(connectionParts(url), async () => {});
    else if (action === "create-database") await createDatabase(url);
    else throw new Error(`The schema engine has no action "${action}".`);
    return 0;
  } catch (cause) {
    const error = /** @type {Error & {code?: string}} */ (cause);
    // The CLI drops the first line and parses each of the others.
    console.error(`\n${JSON.stringify({
      timestamp: new Date().toISOString(),
      level: "ERROR",
      target: "schema_engine::logger",
      fields: {
        is_panic: false,
        message: error.message || `The database does not answer (${error.code}).`,
        error_code: error.code === DATABASE_MISSING ? "P1003" : "P1001",
      },
    })}`);
    return 1;
  }
}

/** @param {string} url */
async function createDatabase(url) {
  const connection = connectionParts(url);
  await withClient({ ...connection, database: "postgres" }, async (client) => {
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(String(connection.database))}`);
    } catch (error) {
      if (/** @type {{code?: string}} */ (error).code !== DATABASE_EXISTS) throw error;
    }
  });
}

/**
 * @param {pg.ClientConfig} connection
 * @param {(client: pg.Client) => Promise<void>} use
 */
async function withClient(connection, use) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** Answers the CLI until it closes our standard input. */
async function serve() {
  const opening = openSchemaEngine({
    url,
    datamodels: valuesOf("--datamodels").map((path) => [path, readFileSync(path, "utf8")]),
  });
  // A failure is the answer to the first request.
  opening.catch(() => {});
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    const { id, method, params } = JSON.parse(line);
    // Without a method it is the CLI's receipt for something we printed.
    if (method) send({ id, ...(await answer(opening, method, params)) });
  }
  await opening.then(({ close }) => close(), () => {});
}

/**
 * @param {ReturnType<typeof openSchemaEngine>} opening
 * @param {string} method
 * @param {unknown} params
 */
async function answer(opening, method, params) {
  try {
    const { engine } = await opening;
    const call = Reflect.get(engine, method === "getDatabaseVersion" ? "version" : method);
    if (typeof call !== "function") throw new Error(`The schema engine has no method "${method}".`);
    const result = await call.call(engine, params);
    // The binary prints a diff through the CLI, the WebAssembly engine returns it.
    if (method === "diff" && result?.stdout != null) {
      send({ id: crypto.randomUUID(), method: "print", params: { content: result.stdout } });
    }
    return { result: result ?? null };
  } catch (cause) {
    const { message, code, meta } = /** @type {Error & {code?: string, meta?: unknown}} */ (cause);
    return {
      error: { code: KNOWN_ERROR, message, data: { is_panic: false, message, meta: meta ?? null, error_code: code } },
    };
  }
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
