import { cpus, totalmem, type } from "node:os";

/** What the figures were measured on. */
export interface Machine {
  processor: string;
  cores: number;
  /** Gibibytes. */
  memory: number;
  system: string;
  node: string;
  postgres: string;
}

export function describeMachine(postgres: string): Machine {
  const cores = cpus();
  return {
    processor: cores[0]?.model.trim() || process.arch,
    cores: cores.length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${process.arch}`,
    node: process.versions.node,
    postgres,
  };
}
