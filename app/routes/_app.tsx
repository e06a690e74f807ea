import { Outlet, useLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { countWaitingReviews } from "~/domain/insights/waiting-reviews.server";
import { placesFor } from "~/policy/places";
import { DoneNotice } from "~/ui/done-notice";
import { LiveUpdates } from "~/ui/live-updates";
import { ProblemPage } from "~/ui/problem-page";
import { Shell } from "~/ui/shell";
import { takeDone } from "~/web/flash.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const places = placesFor(actor);
  return {
    company: { name: company.name, shortName: company.shortName },
    person: {
      givenName: actor.givenName,
      familyName: actor.familyName,
      about: [actor.departmentName, actor.locationName].filter(Boolean).join(", "),
    },
    places,
    waitingReviews: places.reviews ? await countWaitingReviews(actor) : 0,
    done: takeDone(args),
  };
}

export default function App() {
  const { done, ...shell } = useLoaderData<typeof loader>();
  return (
    <Shell {...shell}>
      <LiveUpdates />
      <DoneNotice done={done} />
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
