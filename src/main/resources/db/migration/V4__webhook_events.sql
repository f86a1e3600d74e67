-- What Twilio told us, stored before it is answered. Whoever raises attempts handles it; rows go after a day.
create table webhook_event (
    event_key       varchar(96)  not null primary key,
    source          varchar(16)  not null,
    type            varchar(64)  not null,
    task            varchar(34),
    reservation     varchar(34),
    worker          varchar(34),
    conversation    varchar(34),
    -- Empty once it has been handled
    task_attributes varchar(16384) not null,
    happened_at     timestamp with time zone not null,
    received_at     timestamp with time zone not null,
    attempts        integer      not null,
    -- Nobody else begins to handle it before then
    held_until      timestamp with time zone not null,
    handled_at      timestamp with time zone
);

create index webhook_event_open on webhook_event (handled_at, held_until);
create index webhook_event_by_receipt on webhook_event (received_at);
