import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { QuickSearchOpener } from "~/domain/search/ui/quick-search-opener";
import { countWaitingReviews } from "~/domain/insights/waiting-reviews.server";
import { canChangeCompany } from "~/policy/company";
import { placesFor } from "~/policy/places";
import { DoneNotice } from "~/ui/done-notice";
import { LiveUpdates } from "~/ui/live-updates";
import { ProblemPage, ProblemText } from "~/ui/problem-page";
import { Shell } from "~/ui/shell";
import { takeDone } from "~/web/flash.server";
import { requireSignedIn } from "~/web/session.server";
import { describeSharedUse } from "~/web/shared-device.server";

const SharedDevice = lazy(() => import("~/ui/shared-device"));

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company, shared } = await requireSignedIn(args);
  const places = placesFor(actor);
  return {
    company: { name: company.name, shortName: company.shortName, mark: company.markPictureId },
    person: {
      givenName: actor.givenName,
      familyName: actor.familyName,
      photo: actor.photoPictureId ?? null,
      about: [actor.departmentName, actor.locationName].filter(Boolean).join(", "),
    },
    places: { ...places, firstSteps: company.isFirstRun && canChangeCompany(actor) },
    waitingReviews: places.reviews ? await countWaitingReviews(actor) : 0,
    shared: shared && describeSharedUse(shared),
    done: takeDone(args),
  };
}

export default function App() {
  const { done, shared, ...shell } = useLoaderData<typeof loader>();
  return (
    <Shell {...shell}>
      <LiveUpdates />
      <QuickSearchOpener />
      {shared && (
        <Suspense>
          <SharedDevice name={`${shell.person.givenName} ${shell.person.familyName}`} {...shared} />
        </Suspense>
      )}
      <DoneNotice done={done} />
      <Outlet />
    </Shell>
  );
}

/** What went wrong in a page is said inside the shell, so that every place stays in reach. */
export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>("routes/_app");
  if (!shell) return <ProblemPage />;
  return (
    <Shell {...shell}>
      <ProblemText />
    </Shell>
  );
}
