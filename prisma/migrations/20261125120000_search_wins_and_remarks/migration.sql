-- What people say in their own words, in whichever language: stems of all of them. For short texts only.
CREATE FUNCTION spoken_vector(said text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 5000 AS $$
DECLARE
  words text := public.fold_text(coalesce(said, ''));
BEGIN
  RETURN setweight(to_tsvector('pg_catalog.simple', words) || to_tsvector('pg_catalog.english', words) || to_tsvector('pg_catalog.italian', words)
    || to_tsvector('pg_catalog.romanian', words) || to_tsvector('pg_catalog.russian', words), 'B');
END $$;

CREATE INDEX "win_search" ON "win" USING gin (spoken_vector("text"));
CREATE INDEX "win_text_trgm" ON "win" USING gin (fold_text("text") gin_trgm_ops);
CREATE INDEX "win_comment_search" ON "win_comment" USING gin (spoken_vector("body"));
CREATE INDEX "message_remark_search" ON "message_remark" USING gin (spoken_vector("body"));

CREATE FUNCTION similar_wins(words text[]) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET pg_trgm.word_similarity_threshold = 0.4 AS $$
BEGIN
  RETURN QUERY SELECT w.id FROM public.win w
  WHERE public.longest_word(words) OPERATOR(public.<%) public.fold_text(w.text) AND public.resembles(words, public.fold_text(w.text));
END $$;
