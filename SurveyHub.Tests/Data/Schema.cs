using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Tests.Data;

/// <summary>What a database says about its own tables, in words that can be compared.</summary>
internal static class Schema
{
    /// <summary>One line a column, such as <c>edition.year not null</c>.</summary>
    public static Task<IReadOnlyList<string>> ColumnsAsync(Database database) => LinesAsync(database, IsSqlite(database)
        ? """
          select t.name || '.' || c.name || case when c."notnull" then ' not null' else '' end
          from pragma_table_list t, pragma_table_info(t.name) c
          where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite_%'
          """
        : """
          select table_name || '.' || column_name || case when is_nullable = 'NO' then ' not null' else '' end
          from information_schema.columns
          where table_schema = 'public'
          """);

    /// <summary>One line for each key, unique set of columns and reference, such as <c>edition unique (survey_key,year)</c>.</summary>
    public static Task<IReadOnlyList<string>> ConstraintsAsync(Database database) => LinesAsync(database, IsSqlite(database)
        ? """
          select t.name || ' key (' || group_concat(c.name, ',' order by c.pk) || ')'
          from pragma_table_list t, pragma_table_info(t.name) c
          where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite_%' and c.pk > 0
          group by t.name
          union all
          select t.name || ' unique (' || group_concat(x.name, ',' order by x.seqno) || ')'
          from pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) x
          where t.schema = 'main' and i.origin = 'u'
          group by t.name, i.name
          union all
          select t.name || ' (' || group_concat(f."from", ',' order by f."from") || ') of ' || f."table"
          from pragma_table_list t, pragma_foreign_key_list(t.name) f
          where t.schema = 'main'
          group by t.name, f.id, f."table"
          """
        : """
          select c.conrelid::regclass::text || case c.contype when 'p' then ' key (' when 'u' then ' unique (' else ' (' end || (
              select string_agg(a.attname, ',' order by case when c.contype = 'f' then 0 else array_position(c.conkey, a.attnum) end, a.attname)
              from pg_attribute a
              where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) || ')' || case when c.contype = 'f' then ' of ' || c.confrelid::regclass::text else '' end
          from pg_constraint c
          where c.contype in ('p', 'u', 'f') and c.connamespace = 'public'::regnamespace
          """);

    /// <summary>
    /// References whose columns no index begins with: without one, deleting or changing the row referred to
    /// reads the whole table.
    /// </summary>
    public static Task<IReadOnlyList<string>> UnindexedForeignKeysAsync(Database database) => LinesAsync(database, IsSqlite(database)
        ? """
          with reference as (
              select t.name as table_name, f.id, group_concat(f."from", ',' order by f."from") as columns, count(*) as n
              from pragma_table_list t, pragma_foreign_key_list(t.name) f
              group by t.name, f.id),
          leading as (
              select t.name as table_name, i.name as index_name, x.name as column_name, x.seqno
              from pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) x
              union all
              select t.name, 'primary key', c.name, c.pk - 1
              from pragma_table_list t, pragma_table_info(t.name) c
              where c.pk > 0)
          select r.table_name || ' (' || r.columns || ')'
          from reference r
          where not exists (
              select 1
              from leading l
              where l.table_name = r.table_name and l.seqno < r.n
              group by l.index_name
              having group_concat(l.column_name, ',' order by l.column_name) = r.columns)
          """
        : """
          select c.conrelid::regclass::text || ' (' || (
              select string_agg(a.attname, ',' order by a.attname)
              from pg_attribute a
              where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) || ')'
          from pg_constraint c
          where c.contype = 'f'
            and not exists (
              select 1
              from pg_index i
              where i.indrelid = c.conrelid
                and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)
          """);

    /// <summary>Tables that would take a word where a number belongs.</summary>
    public static Task<IReadOnlyList<string>> LaxTablesAsync(Database database) => LinesAsync(database, """
        select name
        from pragma_table_list
        where type = 'table' and schema = 'main' and name not like 'sqlite_%' and strict = 0
        """);

    private static bool IsSqlite(Database database) => database.Dialect.Name == "sqlite";

    private static Task<IReadOnlyList<string>> LinesAsync(Database database, string sql) =>
        database.ReadAsync<IReadOnlyList<string>>(async (connection, _) => (await connection.QueryAsync<string>(sql)).AsList());
}
