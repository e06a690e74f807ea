-- How people come in: one-time codes, PINs, passkeys, shared devices and kiosks.

CREATE TABLE "join_code" (
    "person_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "join_code_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "join_code_way_check" CHECK ("way" IN ('mail', 'card'))
);
CREATE UNIQUE INDEX "join_code_hash_key" ON "join_code"("hash");

CREATE TABLE "pin" (
    "person_id" UUID NOT NULL,
    "pin_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pin_pkey" PRIMARY KEY ("person_id")
);

CREATE TABLE "pin_guess" (
    "subject" TEXT NOT NULL,
    "failed" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pin_guess_pkey" PRIMARY KEY ("subject")
);

CREATE TABLE "sign_in_reset" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "reset_by_id" UUID NOT NULL,
    "reset_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_reset_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "sign_in_reset_person_id_reset_at_idx" ON "sign_in_reset"("person_id", "reset_at");

CREATE TABLE "passkey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

CREATE TABLE "passkey_challenge" (
    "id" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "person_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "passkey_challenge_purpose_check" CHECK ("purpose" IN ('enrol', 'sign-in'))
);

CREATE TABLE "kiosk" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "pairing_hash" TEXT,
    "pairing_expires_at" TIMESTAMPTZ(3),
    "device_hash" TEXT,
    "added_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "paired_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "kiosk_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "kiosk_pairing_hash_key" ON "kiosk"("pairing_hash");
CREATE UNIQUE INDEX "kiosk_device_hash_key" ON "kiosk"("device_hash");

ALTER TABLE "session" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'own',
    ADD COLUMN "seen_at" TIMESTAMPTZ(3),
    ADD COLUMN "kiosk_id" UUID,
    ADD CONSTRAINT "session_kind_check" CHECK ("kind" IN ('own', 'shared') AND ("kind" = 'own') = ("seen_at" IS NULL));

ALTER TABLE "join_code" ADD CONSTRAINT "join_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pin" ADD CONSTRAINT "pin_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sign_in_reset" ADD CONSTRAINT "sign_in_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "session" ADD CONSTRAINT "session_kiosk_id_fkey" FOREIGN KEY ("kiosk_id") REFERENCES "kiosk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
