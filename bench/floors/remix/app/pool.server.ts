import pg from "pg";

/** As large as the product's. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
