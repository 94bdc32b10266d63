-- What other organisations tell of themselves in benchmark files: an organisation and one of its years, as the staff of a survey added it.
create table benchmark_source (
    survey_key text    not null references survey (survey_key),
    org_id     text    not null,
    year       integer not null,
    org_label  text,
    sector     text,
    size_band  text,
    country    text,
    added_by   text    not null,
    added_at   timestamptz not null,
    primary key (survey_key, org_id, year)
);

-- Its figures, one for each service, question and customer group. Shares of answers, of nobody in particular.
create table benchmark_figure (
    survey_key     text    not null,
    org_id         text    not null,
    year           integer not null,
    concept        text    not null,
    dimension      text    not null,
    customer_group text    not null,
    item_hash      text    not null,
    scale_hash     text    not null,
    valid          integer not null,
    share          double precision not null,
    primary key (survey_key, org_id, year, concept, dimension, customer_group),
    foreign key (survey_key, org_id, year) references benchmark_source (survey_key, org_id, year)
);

create index benchmark_figure_group on benchmark_figure (survey_key, customer_group);
