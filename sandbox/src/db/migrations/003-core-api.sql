alter table payments drop constraint payments_order_id_key;
create unique index payments_order on payments (order_id) where status not in ('rejected', 'cancelled');
create index payments_order_attempts on payments (order_id);
create index transactions_payment on transactions (payment_id);
create index customers_publisher on customers (publisher_id, id);
alter table gifts add column cancelled_at bigint;
