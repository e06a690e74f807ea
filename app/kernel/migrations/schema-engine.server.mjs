// @ts-check
/**
 * Prisma's schema engine as WebAssembly: nothing to download, nothing to run beside node.
 *
 * Plain JavaScript, because the Prisma CLI starts it (scripts/schema-engine.mjs) with no build before it; the server
 * uses the same code to apply migrations at start-up.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

import { inUtc } from "../db/session-zone.server.mjs";

/**
 * @typedef {import("@prisma/driver-adapter-utils").SqlDriverAdapter} Adapter
 * @typedef {import("@prisma/driver-adapter-utils").SqlMigrationAwareDriverAdapterFactory} AdapterFactory
 * @typedef {import("@prisma/schema-engine-wasm/schema_engine_bg").SchemaEngine} SchemaEngine
 */

/** PostgreSQL's internal one-byte type "char", found all over the catalogues but unknown to the adapter. */
const CATALOGUE_CHAR = 18;

/**
 * The parts of a connection URL. Kept apart on purpose: given a connection string, the adapter ignores the database
 * name of its own shadow database and would reset the real one.
 *
 * @param {string} url
 * @returns {pg.PoolConfig}
 */
export function connectionParts(url) {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
  const options = new URL(inUtc(url)).searchParams.get("options") ?? undefined;
  return { host, port, user, password: password ?? undefined, database, ssl, options };
}

/**
 * An adapter on exactly one connection, so that the engine's session settings and its advisory lock hold for all it does.
 *
 * @param {pg.PoolConfig} connection
 * @param {{prepareScript?: (script: string) => string, afterDispose?: () => Promise<void>}} [hooks]
 */
async function connectOnce(connection, { prepareScript = (script) => script, afterDispose } = {}) {
  const pool = new pg.Pool({
    ...connection,
    max: 1,
    application_name: "vouch migrations",
    // When this process is killed, a long statement ends with it and is rolled back, where the server's system can tell.
    onConnect: (client) => client.query("SET client_connection_check_interval = 1000").then(() => {}, () => {}),
  });
  // The connection broke while idle; the engine's next statement reports it.
  pool.on("error", () => {});
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const { dispose } = adapter;

  adapter.queryRaw = readCatalogueChars(pool, adapter.queryRaw.bind(adapter));
  // The adapter's own version cuts the script at every semicolon, which breaks function bodies, and commits after each
  // piece. Sent whole, PostgreSQL runs the script as one implicit transaction: all of a migration or nothing of it.
  adapter.executeScript = async (script) => {
    await pool.query(prepareScript(script)).catch((error) => Reflect.get(adapter, "onError").call(adapter, error));
  };
  /** @type {Promise<void> | undefined} */
  let disposing;
  adapter.dispose = () =>
    (disposing ??= (async () => {
      await dispose.call(adapter);
      await afterDispose?.();
    })());
  return adapter;
}

/**
 * @param {pg.Pool} pool
 * @param {Adapter["queryRaw"]} queryRaw
 * @returns {Adapter["queryRaw"]}
 */
function readCatalogueChars(pool, queryRaw) {
  /** @type {number[]} */
  let chars = [];
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    /** @param {[pg.QueryConfig]} args */
    query: async (...args) => {
      const result = await query(...args);
      chars = [];
      // A script of several statements yields a list of results, and none of them is read.
      if (!Array.isArray(result)) {
        result.fields.forEach((field, index) => {
          if (field.dataTypeID !== CATALOGUE_CHAR) return;
          field.dataTypeID = pg.types.builtins.TEXT;
          chars.push(index);
        });
      }
      return result;
    },
  });
  return async (request) => {
    const result = await queryRaw(request);
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

/** @implements {AdapterFactory} */
class MigrationAdapterFactory {
  provider = /** @type {const} */ ("postgres");
  adapterName = "@prisma/adapter-pg";

  /** @type {Adapter[]} */
  #opened = [];
  #connection;
  #prepareScript;

  /**
   * @param {pg.PoolConfig} connection
   * @param {(script: string) => string} [prepareScript]
   */
  constructor(connection, prepareScript) {
    this.#connection = connection;
    this.#prepareScript = prepareScript;
  }

  async connect() {
    return this.#keep(await connectOnce(this.#connection, { prepareScript: this.#prepareScript }));
  }

  /** A database of its own, dropped again as soon as the engine is done with it. */
  async connectToShadowDb() {
    const database = `prisma_shadow_${crypto.randomUUID()}`;
    const owner = new pg.Client(this.#connection);
    await owner.connect();
    await owner.query(`CREATE DATABASE "${database}"`);
    const afterDispose = async () => {
      // Nobody is connected any more but perhaps a vacuum worker, whom WITH (FORCE) may not end and a plain DROP does.
      await owner.query(`DROP DATABASE IF EXISTS "${database}"`);
      await owner.end();
    };
    return this.#keep(await connectOnce({ ...this.#connection, database }, { afterDispose }));
  }

  /** The engine leaves connections open when a command fails. */
  async close() {
    await Promise.all(this.#opened.map((adapter) => adapter.dispose()));
  }

  /** @param {Adapter} adapter */
  #keep(adapter) {
    this.#opened.push(adapter);
    return adapter;
  }
}

/**
 * Stands where no database is. The engine asks one question as it opens, for the server's version, and commands like
 * `migrate diff` from one schema file to another ask nothing more.
 *
 * @implements {AdapterFactory}
 */
class OfflineAdapterFactory {
  provider = /** @type {const} */ ("postgres");
  adapterName = "@prisma/adapter-pg";

  /** @returns {Promise<Adapter>} */
  async connect() {
    const { provider, adapterName } = this;
    return {
      provider,
      adapterName,
      queryRaw: async ({ sql }) => {
        if (!sql.includes("server_version_num")) return noDatabase();
        return {
          columnNames: ["exists", "version", "numeric_version"],
          columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
          rows: [[true, "PostgreSQL 18.0", 180_000]],
        };
      },
      executeRaw: async () => noDatabase(),
      executeScript: async () => noDatabase(),
      startTransaction: async () => noDatabase(),
      dispose: async () => {},
    };
  }

  async connectToShadowDb() {
    return noDatabase();
  }

  async close() {}
}

/** @returns {never} */
function noDatabase() {
  throw new DriverAdapterError({
    kind: "postgres",
    code: "08001",
    severity: "ERROR",
    message: "This needs a database: set DATABASE_URL.",
    detail: undefined,
    column: undefined,
    hint: undefined,
  });
}

/** @type {Promise<void> | undefined} */
let loading;

function loadEngine() {
  loading ??= (async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
    const binary = await readFile(join(folder, "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(binary, {
      "./schema_engine_bg.js": /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (engineBindings)),
    });
    // The engine reports a crash of its own through this registry, before it throws.
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message() {} } });
    engineBindings.__wbg_set_wasm(instance.exports);
    /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  })();
  return loading;
}

const EMPTY_SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n';

/**
 * Opens Prisma's schema engine on a database. Rejects when the database does not answer.
 *
 * @param {object} options
 * @param {string} [options.url] PostgreSQL connection URL; without one, only what needs no database works
 * @param {[path: string, content: string][]} [options.datamodels] Prisma schema files
 * @param {(script: string) => string} [options.prepareScript] may change a script before it is sent to the database
 * @returns {Promise<{engine: SchemaEngine, close: () => Promise<void>}>} `close` ends all its connections
 */
export async function openSchemaEngine({ url, datamodels = [], prepareScript }) {
  await loadEngine();
  const factory = url ? new MigrationAdapterFactory(connectionParts(url), prepareScript) : new OfflineAdapterFactory();
  try {
    const engine = await engineBindings.SchemaEngine.new(
      { datamodels: datamodels.length > 0 ? datamodels : [["schema.prisma", EMPTY_SCHEMA]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    return { engine, close: () => factory.close() };
  } catch (error) {
    await factory.close();
    throw error;
  }
}
