import { describe, expect, it } from "vitest";
import { findPinFault } from "~/domain/people/signing-in/pin-rules";

describe("a PIN", () => {
  it.each(["000000", "123456", "654321", "987654", "890123", "246802", "121212", "123123", "112211", "123321", "159753", "111112"])("is refused where it is guessed first: %s", (pin) => {
    expect(findPinFault(pin, "88888")).toBe("tooEasy");
  });

  it.each([["020417", "20417"], ["204170", "20417"], ["204179", "1204179"], ["420417", "A-20417"]])("is refused when it is the personnel number: %s of %s", (pin, number) => {
    expect(findPinFault(pin, number)).toBe("tooEasy");
  });

  it.each(["", "12345", "1234567", "12a456", "１２３４５６", "12 456"])("has six digits: %j", (pin) => {
    expect(findPinFault(pin, null)).toBe("sixDigits");
  });

  it("leaves nearly all others to choose from", () => {
    const every = Array.from({ length: 10_000 }, (_, at) => String(at * 97 + 13).padStart(6, "0"));
    expect(every.filter((pin) => findPinFault(pin, "20417")).length).toBeLessThan(100);
    expect(findPinFault("394817", "20417")).toBeNull();
  });
});
