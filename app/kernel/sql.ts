/**
 * SQL as values: `sql\`… ${value} …\`` carries text and parameters apart, fragments nest, `.text` has $1, $2, ….
 * Parameters have no type of their own, so cast them: `${id}::uuid`. `raw` takes text as it is: never from outside.
 */
export { empty, join, raw, Sql, sqltag as sql } from "@prisma/client/runtime/client";
