// Serves F1 and F2: express, compression and Remix, as the product does, and nothing else.
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";

const build = await import("../../../build/floors/server/index.js");
const app = express();
app.disable("x-powered-by");
app.disable("etag");
app.use(express.static("build/floors/client", { immutable: true, maxAge: "1y", index: false }));
app.use(compression());
app.all("*", createRequestHandler({ build }));
const server = app.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once("SIGTERM", () => process.exit(0));
