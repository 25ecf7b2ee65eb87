-- For search without accents and by likeness; the embedded stack has the same in its template database.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
