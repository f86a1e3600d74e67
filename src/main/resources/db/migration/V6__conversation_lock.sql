-- Who may write the attributes of a conversation now. A row is there only while somebody does, or died while doing so.
create table conversation_lock (
    conversation varchar(34) not null primary key,
    holder       uuid        not null,
    held_until   timestamp with time zone not null
);
