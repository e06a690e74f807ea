import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { Download } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/card";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { pageTitle: pageTitle(actor.language, "settings:data.title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function MyData() {
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      <Panel title={t("settings:data.panel")}>
        <p className="text-ink-2">{t("settings:data.lead")}</p>
        <ul className="my-4 list-disc space-y-1 pl-5 text-s text-ink-2">
          {["yours", "did", "looks"].map((what) => (
            <li key={what}>{t(`settings:data.in.${what}`)}</li>
          ))}
        </ul>
        <Form method="post" action={paths.myDataFile()} reloadDocument>
          <Button type="submit" look="primary" icon={Download}>
            {t("settings:data.submit")}
          </Button>
        </Form>
        <p className="mt-3 text-s text-ink-3">{t("settings:data.record")}</p>
      </Panel>
      <Panel title={t("settings:data.not.title")}>
        <p className="text-s text-ink-2">{t("settings:data.not.text")}</p>
      </Panel>
    </div>
  );
}
