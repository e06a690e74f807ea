import path from "node:path";
import { z } from "zod";
import { StartFailure } from "./postgres/start-failure";

const port = z.coerce.number().int().min(0).max(65535);

/** A set but empty variable means the same as an unset one. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).catch("production"),
  HOST: optional(z.string()).transform((host) => host ?? "127.0.0.1"),
  PORT: optional(port).transform((value) => value ?? 3000),
  VOUCH_URL: optional(z.url({ protocol: /^https?$/ })),
  VOUCH_TRUST_PROXY: optional(z.string()),
  VOUCH_DATA: optional(z.string()),
  VOUCH_KEYS: optional(z.string()),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_POOL: optional(z.coerce.number().int().min(2).max(200)).transform((value) => value ?? 10),
  RESEND_API_KEY: optional(z.string()),
  RESEND_BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.string()),
  VOUCH_METRICS_TOKEN: optional(z.string().min(16)),
  VOUCH_CHAT_INSIDE: optional(z.string().regex(/^[\w.:[\]-]+:\d+(\s*,\s*[\w.:[\]-]+:\d+)*$/)),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).catch("info"),
});

export interface Env {
  readonly mode: "development" | "production" | "test";
  readonly host: string;
  readonly port: number;
  /** The public address without a trailing slash; null means "as the first listener answers". */
  readonly publicUrl: string | null;
  /** Express' trust proxy value: false, a number of hops, or a list of addresses. */
  readonly trustProxy: false | number | string[];
  /** Absolute folder of everything that a backup holds. */
  readonly dataFolder: string;
  /** Absolute folder of keys; in no backup. */
  readonly keyFolder: string;
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  readonly resend: { apiKey: string; baseUrl: string | null } | null;
  /** Where Resend is asked, also under a key of the settings; null means api.resend.com. */
  readonly resendBaseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** Opens /metrics; at least 16 characters. */
  readonly metricsToken: string | null;
  /** "address:port" pairs inside that chat messages may go to: a company's own Mattermost. */
  readonly chatInside: readonly string[];
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
}

/**
 * Reads the environment once, at boot.
 * @throws StartFailure with one line that names every variable that can't be used (never its value).
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env, defaultData = "./data"): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))];
    throw new StartFailure(`These settings can't be used: ${names.join(", ")}. The README says what each may hold.`);
  }
  const value = parsed.data;
  const dataFolder = path.resolve(value.VOUCH_DATA ?? defaultData);
  return {
    mode: value.NODE_ENV,
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.VOUCH_URL?.replace(/\/+$/, "") ?? null,
    trustProxy: readTrustProxy(value.VOUCH_TRUST_PROXY),
    dataFolder,
    keyFolder: path.resolve(value.VOUCH_KEYS ?? `${dataFolder}-keys`),
    databaseUrl: value.DATABASE_URL ?? null,
    databasePool: value.DATABASE_POOL,
    resend: value.RESEND_API_KEY ? { apiKey: value.RESEND_API_KEY, baseUrl: value.RESEND_BASE_URL ?? null } : null,
    resendBaseUrl: value.RESEND_BASE_URL ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM ?? null,
    metricsToken: value.VOUCH_METRICS_TOKEN ?? null,
    chatInside: (value.VOUCH_CHAT_INSIDE ?? "").split(",").map((part) => part.trim()).filter(Boolean),
    logLevel: value.LOG_LEVEL,
  };
}

function readTrustProxy(value: string | undefined): Env["trustProxy"] {
  if (!value || value === "false" || value === "0") return false;
  if (/^\d+$/.test(value)) return Number(value);
  return value.split(",").map((part) => part.trim()).filter(Boolean);
}

const held = globalThis as { __vouchEnv?: Env };

/** The environment in force. The start mode may set it (demo has a data folder of its own). */
export function env(): Env {
  return (held.__vouchEnv ??= readEnv());
}

export function setEnv(value: Env): void {
  held.__vouchEnv = value;
}

/** The public address: VOUCH_URL, else where this process listens. */
export function publicUrl(): string {
  const { publicUrl: configured, host, port: listening } = env();
  if (configured) return configured;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${shown}:${listening}`;
}
