import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { splitInterests } from "~/domain/people/interests";
import { changeProfile, getProfile, listInterests, profileForm } from "~/domain/people/profile.server";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { checked, CheckField, FormError, TextField } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";
import { readSquare } from "~/web/square-upload.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [me, listed] = await Promise.all([getProfile(actor, actor.id), listInterests()]);
  return { me, listed, pageTitle: pageTitle(actor.language, "profile:title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { formData, errors, picture } = await readSquare(args.request, "photo", "cover");
  const form = parseForm(profileForm, formData);
  if (!form.ok) return refused({ ...form.errors, ...errors }, form.values);
  if (Object.keys(errors).length > 0) return refused(errors, form.values);
  const done = await attempt(form.values, () => changeProfile(actor, form.value, picture));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.myProfile(), "profile:done.saved");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function MyProfile() {
  const { me, listed } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const interests = splitInterests(listed, me.interests ?? []);
  return (
    <Panel title={t("profile:title")}>
      <Form method="post" encType="multipart/form-data" className="space-y-5" key={String(me.updatedAt)}>
        <FormError state={state} />
        <input type="hidden" name="version" value={new Date(me.updatedAt).toISOString()} />
        <div className="flex items-center gap-4">
          <Avatar {...me} size={72} />
          <TextField className="min-w-0 flex-1" type="file" accept="image/png,image/jpeg,image/webp,image/avif" label={t("profile:photo")} hint={t("profile:photoHint")} name="photo" state={state} />
        </div>
        {me.photo && <CheckField name="removePhoto" label={t("profile:removePhoto")} state={state} />}
        <TextField label={t("profile:askMe")} hint={t("profile:askMeHint")} name="askMe" state={state} defaultValue={me.askMe} maxLength={160} />
        <TextField label={t("profile:spoken")} hint={t("profile:commas")} name="spokenLanguages" state={state} defaultValue={me.spokenLanguages.join(", ")} maxLength={600} />
        {listed.length > 0 && (
          <fieldset>
            <legend className="mb-1 text-s font-semibold">{t("profile:interests")}</legend>
            <div className="grid gap-x-4 sm:grid-cols-2">
              {listed.map((interest) => (
                <label key={interest} className="flex min-h-11 items-center gap-3 md:min-h-9">
                  <input type="checkbox" name="interest" value={interest} defaultChecked={checked(state, "interest", interest, interests.chosen.includes(interest))} className="size-5 shrink-0 accent-(--accent)" />
                  {interest}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <TextField label={listed.length > 0 ? t("profile:otherInterests") : t("profile:interests")} hint={t("profile:commas")} name="interests" state={state} defaultValue={interests.own.join(", ")} maxLength={600} />
        <fieldset>
          <legend className="mb-1 text-s font-semibold">{t("profile:shows")}</legend>
          <CheckField name="showsInterests" label={t("profile:interests")} state={state} defaultChecked={me.showsInterests} />
          <CheckField name="showsEmail" label={t("profile:email")} state={state} defaultChecked={me.showsEmail} />
          <CheckField name="showsNumber" label={t("profile:number")} state={state} defaultChecked={me.showsNumber} />
        </fieldset>
        <SubmitButton busy={t("settings:saving")}>{t("settings:save")}</SubmitButton>
      </Form>
      <p className="mt-4">
        <Link to={paths.profile(me.id)} className="link inline-flex min-h-11 items-center">
          {t("profile:see")}
        </Link>
      </p>
    </Panel>
  );
}
