import type { ComponentProps } from "react";
import { TextField } from "./field";

/** Six digits, typed hidden; phones show their keys for numbers. */
export function PinField(props: Omit<ComponentProps<typeof TextField>, "type">) {
  return <TextField {...props} type="password" inputMode="numeric" maxLength={6} pattern="[0-9]*" autoCapitalize="none" spellCheck={false} />;
}
