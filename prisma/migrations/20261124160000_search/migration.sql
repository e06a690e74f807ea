-- Searching. All of it stands on expressions: what a transaction changes is found, or found no more, when it commits.

-- As texts are compared: small letters without accents, punctuation as blanks. й keeps its mark, since it is a letter of
-- its own that endings are recognised by.
CREATE FUNCTION fold_text(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100 AS $$
BEGIN
  RETURN btrim(translate(
    regexp_replace(normalize(translate(lower(given), 'й', 'ј'), NFD), '[\u0300-\u036f]', '', 'g'),
    E'јđłøı!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~«»“”„‘’‚…–—·•№' || chr(9) || chr(10) || chr(13),
    'йdloi' || repeat(' ', 64)));
END $$;

CREATE FUNCTION search_language(language text) RETURNS regconfig LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN CASE language WHEN 'en' THEN 'pg_catalog.english' WHEN 'it' THEN 'pg_catalog.italian'
    WHEN 'ro' THEN 'pg_catalog.romanian' WHEN 'ru' THEN 'pg_catalog.russian' ELSE 'pg_catalog.simple' END::regconfig;
END $$;

-- A text's words as they stand (for the word that is still being typed) and by their stems, the title's above the body's.
CREATE FUNCTION search_vector(language text, title text, body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 5000 AS $$
DECLARE
  config regconfig := public.search_language(language);
  head text := public.fold_text(coalesce(title, ''));
  rest text := public.fold_text(coalesce(body, ''));
BEGIN
  RETURN setweight(to_tsvector('pg_catalog.simple', head), 'A') || setweight(to_tsvector(config, head), 'A')
      || setweight(to_tsvector('pg_catalog.simple', rest), 'C') || setweight(to_tsvector(config, rest), 'C');
END $$;

-- The first eight words of what somebody typed; nothing in them has a meaning to tsquery or LIKE any more.
CREATE FUNCTION search_words(typed text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (string_to_array(regexp_replace(public.fold_text(coalesce(typed, '')), '\s+', ' ', 'g'), ' '))[1:8];
END $$;

-- Every word must be there, as it stands or by its stem in any of the languages; of the last one the beginning is enough.
-- Words that the reader's language passes over (articles) are passed over.
CREATE FUNCTION search_query(words text[], reading text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  result tsquery;
  part tsquery;
  amount int := coalesce(cardinality(words), 0);
BEGIN
  FOR i IN 1 .. amount LOOP
    CONTINUE WHEN i < amount AND numnode(plainto_tsquery(public.search_language(reading), words[i])) = 0;
    part := plainto_tsquery('pg_catalog.simple', words[i]) || plainto_tsquery('pg_catalog.english', words[i])
      || plainto_tsquery('pg_catalog.italian', words[i]) || plainto_tsquery('pg_catalog.romanian', words[i])
      || plainto_tsquery('pg_catalog.russian', words[i]);
    IF i = amount AND length(words[i]) > 1 THEN part := part || to_tsquery('pg_catalog.simple', quote_literal(words[i]) || ':*'); END IF;
    CONTINUE WHEN numnode(part) = 0;
    result := CASE WHEN result IS NULL THEN part ELSE result && part END;
  END LOOP;
  RETURN result;
END $$;

-- Every word of four letters or more stands in the text with a slip or two.
CREATE FUNCTION resembles(words text[], folded text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 500 AS $$
DECLARE
  word text;
  compared int := 0;
BEGIN
  FOREACH word IN ARRAY words LOOP
    CONTINUE WHEN length(word) < 4;
    compared := compared + 1;
    IF public.word_similarity(word, folded) < (CASE WHEN length(word) < 6 THEN 0.5 ELSE 0.4 END) THEN RETURN false; END IF;
  END LOOP;
  RETURN compared > 0;
END $$;

CREATE FUNCTION longest_word(words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC, w LIMIT 1 $$;

CREATE INDEX "variant_text_search" ON "variant_text" USING gin (search_vector("language", "title", "body"));
CREATE INDEX "variant_text_title_trgm" ON "variant_text" USING gin (fold_text("title") gin_trgm_ops);
CREATE INDEX "post_search" ON "post" USING gin (search_vector("language", "title", "summary" || ' ' || "facts" || ' ' || "link_title" || ' ' || "link_description"));
CREATE INDEX "post_title_trgm" ON "post" USING gin (fold_text("title") gin_trgm_ops);
DROP INDEX "person_name_trgm";
CREATE INDEX "person_name_trgm" ON "person" USING gin (fold_text("given_name" || ' ' || "family_name") gin_trgm_ops);

-- Functions, because the index takes its threshold from a setting, and a setting for one statement is a function's.
SELECT public.word_similarity('a', 'b');
CREATE FUNCTION similar_variant_texts(words text[]) RETURNS TABLE (variant_id uuid, language text) LANGUAGE plpgsql STABLE
  SET pg_trgm.word_similarity_threshold = 0.4 AS $$
BEGIN
  RETURN QUERY SELECT t.variant_id, t.language FROM public.variant_text t
  WHERE public.longest_word(words) OPERATOR(public.<%) public.fold_text(t.title) AND public.resembles(words, public.fold_text(t.title));
END $$;
CREATE FUNCTION similar_posts(words text[]) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET pg_trgm.word_similarity_threshold = 0.4 AS $$
BEGIN
  RETURN QUERY SELECT p.id FROM public.post p
  WHERE public.longest_word(words) OPERATOR(public.<%) public.fold_text(p.title) AND public.resembles(words, public.fold_text(p.title));
END $$;
CREATE FUNCTION similar_people(words text[]) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET pg_trgm.word_similarity_threshold = 0.4 AS $$
BEGIN
  RETURN QUERY SELECT p.id FROM public.person p
  WHERE public.longest_word(words) OPERATOR(public.<%) public.fold_text(p.given_name || ' ' || p.family_name)
    AND public.resembles(words, public.fold_text(p.given_name || ' ' || p.family_name));
END $$;
