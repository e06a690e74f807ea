export const MIN_LENGTH = 10;
export const MAX_LENGTH = 200;

/** Words that guessers try first, in the languages Vouch speaks, and rows of the keyboard. */
const GUESSED_FIRST = [
  "password", "passwort", "passw0rd", "p@ssword", "parola", "пароль", "gfhjkm", "motdepasse", "contraseña",
  "welcome", "benvenuto", "bunvenit", "letmein", "qwertyuiop", "qwerty", "qwertz", "azerty", "йцукен", "asdfgh", "zxcvbn",
  "1234567890", "0123456789", "123456789", "12345678", "123456", "98765432", "abcdefgh", "iloveyou", "admin", "vouch",
];

/** What a password must not be made of, beyond what everybody guesses. */
export interface OwnWords {
  givenName: string;
  familyName: string;
  email: string | null;
  personnelNumber?: string | null;
  companyName: string;
  companyShortName: string;
}

export type PasswordFault = "tooShort" | "tooLong" | "tooEasy";

/**
 * What is wrong with a new password; null when nothing is. Length counts, composition does not
 * (NIST SP 800-63B, 5.1.1.2): only what is guessed first is refused, which is one's name, address and
 * company, common passwords, and few letters repeated.
 */
export function findPasswordFault(password: string, own: OwnWords): PasswordFault | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < MIN_LENGTH) return "tooShort";
  if (length > MAX_LENGTH) return "tooLong";
  const folded = fold(text);
  if (new Set(folded).size < 5) return "tooEasy";
  let rest = folded;
  for (const word of guessable(own)) rest = rest.replaceAll(word, "");
  // Whoever adds a year to their name has not chosen a password yet.
  const isMadeOfWords = rest !== folded && rest.replace(/[^\p{L}]/gu, "").length < 4;
  return isMadeOfWords ? "tooEasy" : null;
}

function guessable(own: OwnWords): string[] {
  const parts = [own.givenName, own.familyName, own.companyName, own.companyShortName, own.email?.replace(/@.*$/, "") ?? ""];
  return [...parts, ...parts.flatMap((part) => part.split(/[^\p{L}\d]+/u)), own.email ?? "", own.personnelNumber ?? "", ...GUESSED_FIRST]
    .map(fold)
    .filter((word) => word.length >= 3)
    .sort((one, other) => other.length - one.length);
}

/** "Mureșan" and "MURESAN" are the same guess. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s/g, "");
}
