-- Until then a transfer is held back, so that its sender can undo it; nothing where it was sent at once
alter table transfer add column send_at timestamp with time zone;
-- What spoke against it when it was to be sent
alter table transfer add column objection varchar(32);
