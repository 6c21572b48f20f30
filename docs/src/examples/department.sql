-- Five questions to a whole department's guidance. Run where register.jsonl is:  duckdb -f department.sql

create table statement as
from read_json('register.jsonl', format = 'newline_delimited', columns = {
  id: 'varchar', path: 'varchar', paragraph: 'varchar', origin: 'varchar', text: 'varchar', modality: 'varchar', basis: 'varchar',
  duty_holder: 'struct(found varchar, names varchar[])',
  deadline: 'struct("text" varchar, "value" integer, unit varchar)',
  authority: 'struct("where" varchar, citations struct(instrument varchar, provision varchar, uri varchar)[])'
});

-- What a draft quotes or gives as an example is not its own.
create view own as
from statement where origin not in ('quotation', 'example', 'history');

.print
.print 1. Which bodies bear most duties?
select name as body, count(*) as duties, count(distinct path) as drafts
from (select path, unnest(duty_holder.names) as name from own where modality in ('duty', 'prohibition'))
group by all order by duties desc, body limit 10;

.print
.print 2. Which drafts still name CCGs, which went on 1 July 2022?
select path, count(*) as statements, min(paragraph) as "for example in paragraph"
from own
where list_contains(duty_holder.names, 'clinical commissioning group')
   or regexp_matches(text, '\bCCGs?\b|(?i)clinical commissioning group')
group by path order by statements desc, path limit 10;

.print
.print 3. In which drafts do most duties name nobody?
select path, count(*) as duties, count(*) filter (duty_holder.found = 'none') as "name nobody",
       round(100 * "name nobody" / duties) as percent
from own where modality in ('duty', 'prohibition')
group by path having duties >= 5 order by percent desc, path limit 10;

.print
.print 4. Which laws do the duties rest on, and how many rest on none that is cited?
select coalesce(instrument, '(none cited)') as law, count(distinct (path, id)) as duties, count(distinct path) as drafts
from (
  select path, id, unnest(case when len(authority.citations) > 0
    then list_transform(authority.citations, lambda it: it.instrument) else [null] end) as instrument
  from own where modality in ('duty', 'prohibition')
)
group by all order by duties desc, law limit 10;

.print
.print 5. Which duties have a time limit, shortest first?
select deadline.text as "time limit", array_to_string(duty_holder.names, ', ') as who, path, paragraph
from own
where modality = 'duty' and deadline.value is not null
order by deadline.value * case deadline.unit
    when 'minute' then 1.0 / 60 when 'hour' then 1 when 'day' then 24 when 'week' then 168 when 'month' then 730 when 'year' then 8766 else 24 end,
  path, paragraph limit 10;
