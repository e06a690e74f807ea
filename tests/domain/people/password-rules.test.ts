import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPasswordFault, type OwnWords } from "~/domain/people/password-rules";

const ioana: OwnWords = {
  givenName: "Ioana", familyName: "Mureșan", email: "ioana.muresan@aurora.example", personnelNumber: "20417",
  companyName: "Aurora Bakeries", companyShortName: "Aurora",
};

describe("a new password", () => {
  it.each(["warm bread at four", "Хлеб пекут до рассвета", "kR7!mq2vXw", "8 ovens, 3 bakers and a cat", "ioana bakes at night", "🥐🥖🍞🥨🥯 breakfast"])("may be %s", (password) => {
    expect(findPasswordFault(password, ioana)).toBeNull();
  });

  it.each([
    ["short", "tooShort"],
    ["123456789", "tooShort"],
    ["🥐🥖🍞🥨", "tooShort"],
    ["x".repeat(10), "tooEasy"],
    ["abababababab", "tooEasy"],
    ["password12345", "tooEasy"],
    ["Password!!!!", "tooEasy"],
    ["пароль20262026", "tooEasy"],
    ["1234567890", "tooEasy"],
    ["qwertyuiop1", "tooEasy"],
    ["Aurora2026!!", "tooEasy"],
    ["aurorabakeries", "tooEasy"],
    ["IoanaMuresan1", "tooEasy"],
    ["mureșan-ioana", "tooEasy"],
    ["ioana.muresan@aurora.example", "tooEasy"],
    ["20417-20417-", "tooEasy"],
    ["Vouch Vouch 1", "tooEasy"],
    [`${"warm bread ".repeat(20)}`, "tooLong"],
  ])("%s is refused as %s", (password, fault) => {
    expect(findPasswordFault(password, ioana)).toBe(fault);
  });

  it("is judged the same however its letters are composed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (password) => {
        expect(findPasswordFault(password.normalize("NFD"), ioana)).toBe(findPasswordFault(password.normalize("NFC"), ioana));
      }),
    );
  });

  it("made of one's own names and digits alone is always refused", () => {
    const own = fc.constantFrom("ioana", "Muresan", "AURORA", "bakeries", "ioana.muresan");
    const digits = fc.stringMatching(/^[0-9._!-]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(own, digits), { minLength: 2, maxLength: 6 }), (parts) => {
        expect(findPasswordFault(parts.flat().join(""), ioana)).not.toBeNull();
      }),
    );
  });
});
