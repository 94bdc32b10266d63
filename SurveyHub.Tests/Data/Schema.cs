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
