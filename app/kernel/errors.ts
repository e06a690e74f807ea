/**
 * What can go wrong on purpose. Each has one meaning for whoever asked; routes answer them in one
 * place (web/respond). Their messages are for developers and never carry personal data.
 */
export class NotFound extends Error {
  override name = "NotFound";
}

/** Known and visible, but not allowed. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

/** Somebody else was quicker: the thing changed since it was read. */
export class Conflict extends Error {
  override name = "Conflict";
}

/** The input breaks a rule. `fields` maps a field to a catalogue key; "" is the whole form. */
export class Invalid extends Error {
  override name = "Invalid";
  constructor(readonly fields: Record<string, string>) {
    super(Object.keys(fields).join(", "));
  }
}

/** An Invalid about the whole form. */
export function invalidForm(messageKey: string): Invalid {
  return new Invalid({ "": messageKey });
}
