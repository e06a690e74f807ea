import fc from "fast-check";
import { expect, it } from "vitest";
import type { Actor } from "~/policy/actor";
import { visibleParts } from "~/policy/profiles";

const actor = (id: string, roles: Actor["roles"]): Actor => ({
  id, roles, givenName: "Ada", familyName: "Bassi", jobTitle: null, email: null, departmentId: "d", departmentName: "D", ancestorIds: ["d"], locationName: null, language: "en", timeZone: "UTC", theme: null,
});

it("shows colleagues nothing that was not opted in", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), fc.constantFrom("publisher", "approver", "leader", "moderator"), (showsEmail, showsNumber, showsInterests, role) => {
      const person = { id: "p", showsEmail, showsNumber, showsInterests };
      expect(visibleParts(actor("other", [{ role, departmentId: null }]), person)).toEqual({ email: showsEmail, number: showsNumber, interests: showsInterests });
      expect(visibleParts(actor("p", []), person)).toEqual({ email: true, number: true, interests: true });
      expect(visibleParts(actor("other", [{ role: "administrator", departmentId: null }]), person)).toEqual({ email: true, number: true, interests: showsInterests });
    }),
  );
});
