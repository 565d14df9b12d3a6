// The index of what can be looked for on PostgreSQL: terms are a tsvector under GIN, in a row that goes with the row of its
// `seq`. The vector is made of our own terms as they are; no parser or dictionary of the server has a say.

import { sql } from 'drizzle-orm';
import { docValues, type SearchSql, type TermGroups } from '../search-sql.ts';
import { type Statement, type Statements, slot } from '../statements.ts';

const termOf = (term: string): string => (term.endsWith('*') ? `${term.slice(0, -1)}:*` : term);

const expressionOf = (groups: TermGroups): string =>
  groups.map((terms) => `(${terms.map(termOf).join(' | ')})`).join(' & ');

// Whether words are in every text or in none decides between two ways that differ by a hundred times, so the server must
// know them when it plans; a statement with a name it would plan once for all words.
const plannedAnew = ({ text }: Statement): Statement => ({ name: '', text });

/** The statements of the index. */
export const searchSql = ({ shaped }: Statements): SearchSql => ({
  lock: (roots) => [
    {
      statement: shaped(
        'search lock',
        () => sql`select pg_advisory_xact_lock(hashtextextended(r, 0)) from unnest(${slot}::text[]) as r`,
      ),
      values: [[...roots].sort()],
    },
  ],
  write: (doc) => [
    {
      statement: shaped(
        'search write',
        () => sql`
          with written as (
            insert into "search_doc" ("id", "campaign", "kind", "root", "part", "at", "filters", "plain", "seq")
            values (${slot}, ${slot}, ${slot}, ${slot}, ${slot}, ${slot}, ${slot}, ${slot},
              coalesce(${slot}::bigint, nextval('search_doc_seq')))
            returning "seq")
          insert into "search_terms" ("seq", "terms")
          select "seq", array_to_tsvector(string_to_array(${slot}, ' ')) from written`,
      ),
      values: [...docValues(doc), doc.seq, doc.terms.join(' ')],
    },
  ],
  find: ({ groups, needles, from, to, limit }) => ({
    statement: plannedAnew(
      shaped(
        'search find',
        () => sql`
        select d."kind", d."root", d."part", d."at"
        from "search_terms" as t join "search_doc" as d on d."seq" = t."seq"
        where t."terms" @@ ${slot}::tsquery and d."at" >= ${slot} and d."at" < ${slot}
          and not exists (select 1 from unnest(${slot}::text[]) as n where strpos(d."plain", n) = 0)
        order by t."seq" desc limit ${slot}`,
      ),
    ),
    values: [expressionOf(groups), from, to, needles, limit],
  }),
});
