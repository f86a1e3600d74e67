-- Workers and queues that a user keeps at hand in the transfer dialog.
create table favourite (
    username varchar(64) not null references desk_user on delete cascade,
    target   varchar(34) not null,
    kept_at  timestamp with time zone not null,
    primary key (username, target)
);
