import { paths } from "~/paths";
import { ratioOf } from "../measure/interleave";
import type { LoadRequest } from "../measure/load";
import type { Goal, Measurement, Stage } from "./goal";
import { compareLoads, cookiesOf, warmUp } from "./requests";

const CONNECTIONS = 16;
const LEAST = 0.4;
/** Words of the generated texts, one of them misspelt. */
const WORDS = ["shifts", "payslips", "morning team", "allergens", "delivery", "shiftz"];

/** The other lists that people open daily, and those of whoever looks after the company, against F1. */
export const pages: Measurement = {
  name: "pages",
  async measure(stage) {
    const administrator = stage.readers[0]!.cookie;
    const everybody = (path: string) => cookiesOf(stage).map((cookie) => ({ path, headers: { cookie } }));
    const byAdministrator = (...addresses: string[]) => addresses.map((path) => ({ path, headers: { cookie: administrator } }));
    const searches = cookiesOf(stage).map((cookie, nth) => ({ path: paths.search(WORDS[nth % WORDS.length]!), headers: { cookie } }));
    const families = ["Rossi 12", "popescu", "ivanova 4", "anna gre"];
    return [
      await compare(stage, "wins feed", everybody(paths.wins())),
      await compare(stage, "search", searches),
      await compare(stage, "leader's page", byAdministrator(paths.insights())),
      await compare(stage, "list of people", byAdministrator(paths.people(), ...families.map((q) => paths.people({ q })))),
      await compare(stage, "audit", byAdministrator(paths.audit(), paths.audit({ action: "message.published" }))),
    ];
  },
};

async function compare(stage: Stage, goal: string, requests: LoadRequest[]): Promise<Goal> {
  stage.say(goal);
  await warmUp(stage, stage.web.url, requests);
  const compared = await compareLoads(stage, CONNECTIONS, requests, [{ path: "/" }]);
  const rate = ratioOf(compared, ({ perSecond }) => perSecond);
  return { goal: `${goal}, ${CONNECTIONS} connections`, unit: "requests/s", ...rate, aim: `≥ ${LEAST} × F1`, holds: rate.ratio >= LEAST };
}
