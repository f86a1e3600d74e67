-- Who is signed in. Names and columns are Spring Session's, which reads and writes these tables; the times are
-- milliseconds since 1970.
create table spring_session (
    primary_id            varchar(36) not null primary key,
    session_id            varchar(36) not null,
    creation_time         bigint      not null,
    last_access_time      bigint      not null,
    max_inactive_interval integer     not null,
    expiry_time           bigint      not null,
    principal_name        varchar(100)
);

create unique index spring_session_by_id on spring_session (session_id);
create index spring_session_by_expiry on spring_session (expiry_time);

create table spring_session_attributes (
    session_primary_id varchar(36)  not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
