// The index of what can be looked for on SQLite: terms are in an FTS5 table without contents, under the row's `seq`; a
// trigger takes them out with the row. FTS5 answers by `seq` downwards by itself, so what comes after a limit is not read.

import { sql } from 'drizzle-orm';
import { docValues, type SearchSql, type TermGroups } from '../search-sql.ts';
import { type Statements, slot } from '../statements.ts';

const expressionOf = (groups: TermGroups): string =>
  groups.map((terms) => `(${terms.join(' OR ')})`).join(' AND ');

/** The statements of the index. */
export const searchSql = ({ shaped }: Statements): SearchSql => {
  const row = () =>
    shaped(
      'search write row',
      () => sql`
        insert into "search_doc" ("id", "campaign", "kind", "root", "part", "at", "filters", "plain", "seq")
        values (${slot}, ${slot}, ${slot}, ${slot}, ${slot}, ${slot}, ${slot}, ${slot},
          coalesce(${slot}, (select coalesce(max("seq"), 0) + 1 from "search_doc")))`,
    );
  const terms = () =>
    shaped(
      'search write terms',
      () => sql`
        insert into "search_terms" ("rowid", "terms") select "seq", ${slot} from "search_doc" where "id" = ${slot}`,
    );
  return {
    lock: () => [],
    write: (doc) => [
      { statement: row(), values: [...docValues(doc), doc.seq] },
      { statement: terms(), values: [doc.terms.join(' '), doc.id] },
    ],
    find: ({ groups, needles, from, to, limit }) => ({
      statement: shaped(
        'search find',
        () => sql`
          select d."kind", d."root", d."part", d."at"
          from "search_terms" as t cross join "search_doc" as d on d."seq" = t."rowid"
          where t."search_terms" match ${slot} and d."at" >= ${slot} and d."at" < ${slot}
            and not exists (select 1 from json_each(${slot}) as n where instr(d."plain", n."value") = 0)
          order by t."rowid" desc limit ${slot}`,
      ),
      values: [expressionOf(groups), from, to, JSON.stringify(needles), limit],
    }),
  };
};
