-- What the lead authority asked about a task when it returned an opt-in, and what the body answered: kept with the
-- opt-in for good, each return beside those before it.
create table opt_in_question (
  tenant_id uuid not null,
  lead_id uuid not null,
  opt_in_id uuid not null,
  task text not null,
  -- Counted for each task.
  number integer not null check (number > 0),
  question text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  -- Without an instant beside it, it is what the body has written so far.
  answer text check (length(answer) between 1 and 2000),
  answered_at timestamptz,
  answered_by uuid,
  -- When the answer went to the lead authority; from then on it stays as it is.
  submitted_at timestamptz,
  primary key (tenant_id, lead_id, opt_in_id, task, number),
  foreign key (tenant_id, lead_id, opt_in_id, task) references opt_in_task (tenant_id, lead_id, opt_in_id, task),
  constraint opt_in_question_answered check ((answered_at is null) = (answered_by is null) and (answered_at is null or answer is not null)),
  constraint opt_in_question_submitted check (submitted_at is null or answered_at is not null)
);
-- One question waits for each task.
create unique index opt_in_question_open on opt_in_question (tenant_id, lead_id, opt_in_id, task) where submitted_at is null;

-- The questions that wait already, with who asked and when from the record of the return. It fails rather than lose
-- one. The wall comes after, because the owner too writes for one tenant at a time only.
select set_config('app.door', 'system', true), set_config('app.tenant_ids', array_agg(id)::text, true) from body;
insert into opt_in_question (tenant_id, lead_id, opt_in_id, task, number, question, asked_at, asked_by)
select task.tenant_id, task.lead_id, task.opt_in_id, task.task, 1, task.question, returned.at, returned.person_id
from opt_in_task task left join lateral (
  select at, person_id from tenant_audit
  where tenant_id = task.tenant_id and lead_id = task.lead_id and subject_kind = 'optIn' and subject_id = task.opt_in_id
    and action = 'optIn.return' and details -> 'tasks' ? task.task
  order by seq desc limit 1) returned on true
where task.question is not null;
-- What was asked, by whom and when, is never changed.
select app.tenant_table('opt_in_question', 'select, insert, update (answer, answered_at, answered_by, submitted_at)');
alter table opt_in_task drop column question;
