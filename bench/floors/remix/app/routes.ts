import { index, route } from "@remix-run/route-config";

export default [index("routes/list.tsx"), route("messages/:id", "routes/detail.tsx")];
