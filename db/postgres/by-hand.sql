CREATE SEQUENCE "search_doc_seq";--> statement-breakpoint
CREATE TABLE "search_terms" (
	"seq" bigint PRIMARY KEY NOT NULL REFERENCES "search_doc" ("seq") ON DELETE CASCADE,
	"terms" tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_terms_terms_gin" ON "search_terms" USING gin ("terms") WITH (fastupdate = off);
