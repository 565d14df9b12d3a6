CREATE VIRTUAL TABLE `search_terms` USING fts5(`terms`, content='', contentless_delete=1, detail=none, tokenize='ascii');--> statement-breakpoint
CREATE TRIGGER `search_doc_gone` AFTER DELETE ON `search_doc` BEGIN DELETE FROM `search_terms` WHERE rowid = old.`seq`; END;
