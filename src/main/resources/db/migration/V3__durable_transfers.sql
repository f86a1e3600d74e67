-- What is to be gone on with at which time; the layout is db-scheduler's.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(200),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- What the sender or a supervisor wants of a transfer that is under way
alter table transfer add column wish varchar(16);
alter table transfer add column wish_detail varchar(256);
-- Whether the sender stays until somebody has accepted
alter table transfer add column release_policy varchar(16) default 'IMMEDIATELY' not null;
-- Whom it is offered to in turn, as JSON, and who of them has it now, in which attempt, until when
alter table transfer add column ladder varchar(8000) default '{}' not null;
alter table transfer add column rung int default 0 not null;
alter table transfer add column attempt int default 1 not null;
alter table transfer add column rung_until timestamp with time zone;
alter table transfer add column asked_at timestamp with time zone;
-- The original task, which Twilio forgets five minutes after its end
alter table transfer add column task_channel varchar(256) default 'default' not null;
alter table transfer add column task_attributes varchar(8000) default '{}' not null;
alter table transfer add column state_since timestamp with time zone;
alter table transfer add column trouble varchar(512);
-- When to look whether an attempt that was given up has come about after all
alter table transfer add column stray_check_at timestamp with time zone;
-- Token of whoever is at work on it; others leave it alone while that is held
alter table transfer add column held_by varchar(64);
alter table transfer add column entry_settled boolean default false not null;
-- Nobody of this conversation is known to have been the sender of a transfer that the watchdog made
alter table transfer alter column sender_participant drop not null;

-- Where somebody has accepted and the sender is in still, that is to be gone on with
update transfer set ended_at = null where kind = 'COLD' and state = 'ACCEPTED' and released_at is null;
update transfer set state = 'DONE' where state = 'ACCEPTED' and ended_at is not null;
update transfer set state_since = requested_at, asked_at = requested_at, entry_settled = (entry in ('NONE', 'REMOVED'));

alter table transfer alter column state_since set not null;
alter table transfer alter column asked_at set not null;
alter table transfer drop column entry;

-- Steps about an attempt's task are found by it
update transfer_step set reference = detail where kind in ('WAITING', 'FOUND') and detail like 'WT%';
create index transfer_step_by_reference on transfer_step (reference);
