import { createHash } from "node:crypto";

export interface ServerOptions {
  /** False keeps nothing safe over a crash, for throw-away test data only. */
  durable: boolean;
}

/**
 * The server's settings but for its port.
 *
 * It listens on loopback only and on no socket file: socket paths end at about 100 characters, which a data folder
 * exceeds easily, and loopback with a password works alike on every system. The log never holds a statement, a
 * parameter or a duration, and commits keep no time (PULSE U6): they would tell who answered when.
 */
function settings({ durable }: ServerOptions): Record<string, string> {
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: "100",
    shared_buffers: "128MB",
    effective_cache_size: "512MB",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    default_text_search_config: "pg_catalog.simple",
    track_commit_timestamp: "off",
    logging_collector: "on",
    log_directory: "log",
    // One file a weekday, written over a week later.
    log_filename: "postgresql-%a.log",
    log_rotation_age: "1d",
    log_rotation_size: "0",
    log_truncate_on_rotation: "on",
    log_timezone: "UTC",
    log_error_verbosity: "terse",
    log_statement: "none",
    log_min_error_statement: "panic",
    log_min_duration_statement: "-1",
    log_min_duration_sample: "-1",
    log_duration: "off",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_checkpoints: "off",
    log_autovacuum_min_duration: "-1",
    ...(durable
      ? {}
      : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", wal_level: "minimal", max_wal_senders: "0" }),
  };
}

/** Names a set of settings and the PostgreSQL they were made for: a running server with another one is restarted. */
export function fingerprint(options: ServerOptions, version: string): string {
  return createHash("sha256").update(JSON.stringify([version, settings(options)])).digest("hex").slice(0, 16);
}

/** The whole of postgresql.conf. */
export function configurationFile(options: ServerOptions, version: string, port: number): string {
  const all = { ...settings(options), port: String(port), "vouch.settings": fingerprint(options, version) };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'`);
  return ["# Written by Vouch at every start.", ...lines, ""].join("\n");
}
